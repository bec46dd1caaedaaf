package io.tillsync.core.importing;

import io.tillsync.audit.log.Actor;
import io.tillsync.core.write.Home;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an import is to do: all that a process has to know to run it.
 *
 * @param business the log of the business that it belongs to
 * @param home where the rows go
 * @param store whose opening stock is set
 * @param upload how the file was handed in
 * @param header as in the file; empty where it cannot be read
 * @param request the id of the request that asked for it
 * @param fingerprint of everything that was asked for but the file
 */
record Task(
        String id,
        String business,
        Home home,
        Optional<Home> store,
        String entityType,
        Upload upload,
        List<String> header,
        ImportFiles.Stored file,
        Actor actor,
        Optional<String> request,
        String fingerprint,
        Instant startedAt) {}
