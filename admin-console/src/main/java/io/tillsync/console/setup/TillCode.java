package io.tillsync.console.setup;

import io.nayuki.qrcodegen.QrCode;
import io.tillsync.core.tenancy.EnrolmentCode;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A code to enrol with, as it is shown: to be typed, and to be scanned.
 *
 * @param text what the QR code says: {@code {"server": "https://…", "code": "ABCDE-12345"}}
 * @param path of the QR code's dark squares, within {@code size}
 */
public record TillCode(String grouped, Instant expiresAt, String text, String path, int size) {

    private static final int BORDER = 3;

    /** @param server where tills reach this installation, without a slash at the end */
    static TillCode of(EnrolmentCode code, String server) {
        ObjectNode said = JsonMapper.shared().createObjectNode();
        said.put("server", server).put("code", code.grouped());
        String text = said.toString();
        QrCode qr = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        return new TillCode(code.grouped(), code.expiresAt(), text, path(qr), qr.size + 2 * BORDER);
    }

    private static String path(QrCode qr) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < qr.size; y++) {
            for (int x = 0; x < qr.size; x++) {
                if (qr.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(',')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
