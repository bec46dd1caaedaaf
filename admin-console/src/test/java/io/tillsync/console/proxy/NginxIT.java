package io.tillsync.console.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NginxIT {

    @TempDir
    Path directory;

    private PlayedProcess first;
    private PlayedProcess second;
    private Nginx nginx;
    private HttpClient client;

    @BeforeAll
    static void require() throws InterruptedException {
        Nginx.require();
    }

    @BeforeEach
    void start() throws Exception {
        Certificate certificate = new Certificate(directory);
        first = new PlayedProcess();
        second = new PlayedProcess();
        nginx = new Nginx(directory, first.port(), second.port());
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(certificate.trusted())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        nginx.close();
        first.close();
        second.close();
    }

    private HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + nginx.tlsPort() + path))
                .method(method, method.startsWith("P") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    @Test
    void servesByBothProcesses() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(send("GET", "/api/v1/products").statusCode()).isEqualTo(200);
        }

        assertThat(first.requests()).isPositive();
        assertThat(second.requests()).isPositive();
    }

    @Test
    void asksTheOtherWhereOneDiesOfAQuestion() throws Exception {
        first.diesOfRequests();

        assertThat(send("GET", "/api/v1/products").statusCode()).isEqualTo(200);
        assertThat(first.requests()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "PUT", "DELETE"})
    void repeatsNoWriteThatMayHaveArrived(String method) throws Exception {
        first.diesOfRequests();

        HttpResponse<String> answer = send(method, "/api/v1/products/milk");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"unavailable\"");
        assertThat(first.requests() + second.requests()).isOne();
        assertThat(send(method, "/api/v1/products/milk").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PATCH"})
    void goesToTheOtherWhereOneIsNotThere(String method) throws Exception {
        first.close();

        assertThat(send(method, "/api/v1/products").statusCode()).isEqualTo(200);
    }

    @Test
    void setsAllThatIsBelievedOfIt() throws Exception {
        String arrived = send(
                        "GET",
                        "/login",
                        "X-Forwarded-For",
                        "198.51.100.1",
                        "X-Forwarded-Proto",
                        "http",
                        "X-Forwarded-Host",
                        "elsewhere.example",
                        "X-Forwarded-Port",
                        "1",
                        "Forwarded",
                        "for=198.51.100.1")
                .body();

        assertThat(arrived.lines())
                .contains(
                        "X-forwarded-for: 198.51.100.1, 127.0.0.1",
                        "X-forwarded-proto: https",
                        "X-forwarded-host: 127.0.0.1:" + nginx.tlsPort(),
                        "X-forwarded-port: " + nginx.tlsPort())
                .noneMatch(header -> header.startsWith("Forwarded"));
    }

    @Test
    void slowsDownWhoTriesPasswords() throws Exception {
        for (int i = 0; i < 40; i++) {
            send("POST", "/api/v1/auth/login");
        }

        assertThat(send("POST", "/api/v1/auth/login").statusCode()).isEqualTo(429);
        assertThat(send("GET", "/api/v1/products").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsHealthAndMetricsToItself() throws Exception {
        assertThat(send("GET", "/actuator/prometheus").statusCode()).isEqualTo(404);
    }

    @Test
    void sendsWhoComesWithoutTlsToIt() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + nginx.plainPort() + "/login?next=%2F"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains("https://127.0.0.1/login?next=%2F");
    }
}
