package io.tillsync.sync.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What never reaches a controller, because the address or the protocol is wrong. */
@RealServer
class UnreadableRequestsIT {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/versioned/a%2Fb",
                "/api/v1//versioned",
                "/api/v1/versioned/a;b",
                "/api/v1/versioned/a%00",
                "/api/v1/versioned/..%2f",
                "/api/v1/../../../etc",
                "/api/v1/versioned/%zz",
                "/api/v1/versioned/%ff",
                "/api/v1/versioned/a|b",
                "/api/v1/versioned/\u00e4",
                "/api/v1/versioned/a%0Ab",
                "/api/v1/versioned/a%5Cb",
                "/api/v1/versioned/a%25b",
                "/api/v1/limited?limit=%zz",
                "/api/v1/limited?limit=%ff",
                "/api/v1/limited?limit=1&x=%",
                "/api/v1/limited?limit={",
                "/api/v1/versioned/%E2%80%A8"
            })
    void refusesAddressesThatAreNoneOfOurs(String target) throws Exception {
        assertMalformed(Raw.get(port, target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE",
                "GET /api HTTP/1.1",
                "GET /api HTTP/1.1\r\nHost: a b",
                "GET /api HTTP/1.1\r\nHost: localhost\r\nBad Header: x",
                "GET /api HTTP/1.1\r\nHost: localhost\r\nX-Store-Id: a\u0001b",
                "POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5",
                "POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6",
                "POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nzz"
            })
    void refusesWhatIsNoHttp(String head) throws Exception {
        assertMalformed(Raw.exchange(port, head + "\r\n\r\n"));
    }

    @Test
    void refusesHeadersThatAreTooLarge() throws Exception {
        String large = "y".repeat(30_000);
        assertMalformed(Raw.exchange(port, "GET /api HTTP/1.1\r\nHost: localhost\r\nX: " + large + "\r\n\r\n"));
        assertMalformed(Raw.get(port, "/api/" + large));
    }

    @Test
    void answersTraceAsAnyOtherMethodThatIsNotAllowed() throws Exception {
        var answer =
                Raw.exchange(port, "TRACE /api/v1/limited HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 405").contains("method-not-allowed");
    }

    /** A half answer must not look like a whole one: the last chunk has to be missing. */
    @Test
    void cutsTheConnectionWhereAnAnswerBreaksOff() throws Exception {
        var answer = Raw.exchange(port, "GET /api/v1/broken-off HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("the same again").doesNotEndWith("\r\n0\r\n\r\n");
        assertThat(answer).doesNotContain("secret");
    }

    private static void assertMalformed(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json")
                .contains("X-Server-Time: 2026-01-16T10:30:00.120Z", "X-Request-Id: ")
                .contains("Vary: Authorization, X-Store-Id, Accept-Encoding")
                .contains("\"code\":\"malformed-request\"")
                .doesNotContain("<html", "Apache Tomcat/", "Exception");
    }
}
