package io.tillsync.sync.openapi;

import io.tillsync.core.type.EntityTypes;
import io.tillsync.sync.call.SyncTypes;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the document, which is made when it is first asked for and does not change while the server runs. */
@RestController
class ApiDocumentController {

    private final SingletonSupplier<byte[]> document;

    ApiDocumentController(Calls calls, EntityTypes types, SyncTypes syncTypes) {
        this.document = SingletonSupplier.of(
                () -> ApiDocument.of(calls.all(), types, syncTypes).toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> document() {
        byte[] json = document.obtain();
        return ResponseEntity.ok()
                .eTag('"' + DigestUtils.md5DigestAsHex(json) + '"')
                .cacheControl(CacheControl.noCache())
                .body(json);
    }
}
