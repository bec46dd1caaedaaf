package io.tillsync.core.tenancy;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Makes the codes that terminals enrol with. A code follows from the installation's secret, the terminal and the version in which it was
 * given: so it is kept nowhere, and who asks again under the same operation is shown the same one.
 */
@Component
final class EnrolmentCodes {

    /** Douglas Crockford, "Base 32". */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{10}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]+");
    private static final int LENGTH = 10;
    private static final int BITS = 5;
    private static final int LONGEST_INPUT = 40;

    private final InstallationSecret secret;

    EnrolmentCodes(InstallationSecret secret) {
        this.secret = secret;
    }

    /**
     * The code of a terminal.
     *
     * @param syncVersion of the terminal, with which it was given the code
     */
    String code(String terminalId, long syncVersion) {
        byte[] digest = Digests.hmac(secret.key(), "code/" + terminalId + "/" + syncVersion);
        long bits = HexFormat.fromHexDigitsToLong(HexFormat.of().formatHex(digest, 0, Long.BYTES));
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt((int) (bits >>> (i * BITS)) & (ALPHABET.length() - 1)));
        }
        return code.toString();
    }

    /** By which a code is found in the log, and which tells it to nobody. */
    String fingerprint(String code) {
        return HexFormat.of().formatHex(Digests.hmac(secret.key(), "enrolment/" + code));
    }

    /** The code that somebody has typed in; empty where it cannot be one. */
    static Optional<String> read(String typed) {
        if (typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        String code = SEPARATORS
                .matcher(typed)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Optional.of(code).filter(read -> FORM.matcher(read).matches());
    }
}
