package io.tillsync.console.audit;

import io.tillsync.audit.log.ChainCheck.Checked;
import io.tillsync.audit.log.ChainCheck.Fault;
import io.tillsync.audit.log.Hash;
import io.tillsync.audit.log.Seq;
import java.util.Optional;

/** How far one log is verified, while the browser holds it: whoever alters it deceives nobody but themselves. */
record VerifyState(Seq end, Checked checked) {

    private static final int PARTS = 5;

    static String encoded(Seq end, Checked checked) {
        return String.join(
                "_",
                end.toString(),
                checked.seq().toString(),
                checked.hash().value(),
                Long.toString(checked.time()),
                checked.fault().map(fault -> fault.kind().name()).orElse("-").replace('_', '.'));
    }

    static Optional<VerifyState> parse(String text) {
        String[] parts = text.split("_", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            Seq seq = new Seq(Long.parseLong(parts[1]));
            Optional<Fault> fault = parts[4].equals("-")
                    ? Optional.empty()
                    : Optional.of(new Fault(Fault.Kind.valueOf(parts[4].replace('.', '_')), seq.next()));
            return Optional.of(new VerifyState(
                    new Seq(Long.parseLong(parts[0])),
                    new Checked(seq, new Hash(parts[2]), Long.parseLong(parts[3]), fault)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
