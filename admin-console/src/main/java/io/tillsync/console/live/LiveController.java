package io.tillsync.console.live;

import io.tillsync.console.page.Place;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A stream of what is committed at a place, as server-sent events, from where the screen was made. */
@Controller
class LiveController {

    private static final long WITHOUT_END = 0L;

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    /**
     * Opens a stream.
     *
     * @param after where the screen stands; nothing for one that begins now
     * @param last where a stream stood that broke off, which the browser sends by itself
     */
    @GetMapping(path = "/s/{store}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            Place place,
            @RequestParam(defaultValue = "") String after,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        SseEmitter emitter = new SseEmitter(WITHOUT_END);
        streams.open(place, Optional.of(last.isEmpty() ? after : last), emitter);
        return emitter;
    }
}
