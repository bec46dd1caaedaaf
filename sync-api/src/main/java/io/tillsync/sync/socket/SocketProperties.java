package io.tillsync.sync.socket;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the Socket.IO endpoint.
 *
 * @param maxOpen        open connections of one process; more are sent elsewhere, so that requests still find room
 * @param queueSize      messages that may wait for one slow client; with one more it is closed
 * @param maxMessageSize characters of the largest message a client may send; a buffer of this size is kept per connection
 * @param joinTimeout    how long a connection may stay without having authenticated
 * @param sendTimeout    how long a client may take to accept one message
 * @param pingInterval   how often an idle client is pinged
 * @param pingTimeout    how long its answer may take
 * @param drain          over how long connections are spread that are told to go elsewhere, when the process stops
 * @param allowedOrigins web origins, beside our own, whose pages may connect; tills send no {@code Origin} and are not affected
 */
@Validated
@ConfigurationProperties("tillsync.socket")
record SocketProperties(
        @DefaultValue("15000") @Min(1) @Max(1_000_000) int maxOpen,
        @DefaultValue("256") @Min(16) @Max(65_536) int queueSize,
        @DefaultValue("4096") @Min(1024) @Max(65_536) int maxMessageSize,

        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration joinTimeout,

        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
        Duration sendTimeout,

        @DefaultValue("25s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration pingInterval,

        @DefaultValue("20s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration pingTimeout,

        @DefaultValue("5s") @DurationMin @DurationMax(seconds = 15)
        Duration drain,

        @DefaultValue
        List<
                        @Pattern(
                                regexp = "https?://[^/\\s]+|\\*",
                                message = "must be an origin such as https://shop.example, or *")
                        String>
                allowedOrigins) {}
