package io.tillsync.console.logs;

import io.tillsync.audit.log.Origin;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.tenancy.LogIn;
import io.tillsync.core.tenancy.Sessions;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Calls with a user's token. */
record Api(RunningTillsync tillsync, String token) {

    static Api of(RunningTillsync tillsync, String user, String password) {
        var logIn = (LogIn.Succeeded) tillsync.bean(Sessions.class).logIn(user, password, Origin.API, Optional.empty());
        return new Api(tillsync, logIn.token());
    }

    HttpResponse<String> send(String method, String path, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(tillsync.uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return tillsync.send(request.build());
    }

    HttpResponse<String> json(String method, String path, String body, String... headers) {
        return send(method, path, "application/json", body, headers);
    }
}
