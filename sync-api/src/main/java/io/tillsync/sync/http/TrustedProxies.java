package io.tillsync.sync.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.catalina.util.NetMask;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose {@code X-Forwarded-*} headers are believed. From anybody else they are ignored: with them a caller could choose the address
 * that stands in the audit log and that wrong passwords are counted by.
 *
 * @param trusted addresses and blocks of them (CIDR) of the proxies in front of this process
 */
@ConfigurationProperties("tillsync.proxies")
record TrustedProxies(@DefaultValue List<String> trusted) {

    private static final Pattern ADDRESS =
            Pattern.compile("([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(/[0-9]{1,3})?");

    TrustedProxies {
        trusted = trusted.stream().map(TrustedProxies::block).toList();
    }

    /** Tomcat takes what has no length for a regular expression. A name would have to be looked up, and could lead elsewhere later. */
    private static String block(String given) {
        String text = given.strip();
        if (ADDRESS.matcher(text).matches()) {
            String block = text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32");
            try {
                new NetMask(block);
                return block;
            } catch (IllegalArgumentException e) {
                throw refused(given);
            }
        }
        throw refused(given);
    }

    private static IllegalArgumentException refused(String given) {
        return new IllegalArgumentException(
                "tillsync.proxies.trusted must be addresses or CIDR blocks such as 10.0.0.5,10.1.0.0/16, not " + given);
    }

    /**
     * Puts the caller's address, scheme, host and port in the place of the proxy's. Of several addresses the last that is no trusted
     * proxy's counts: what stands before it came from the caller. Empty where nobody is trusted.
     */
    Optional<RemoteIpValve> valve() {
        if (trusted.isEmpty()) {
            return Optional.empty();
        }
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(String.join(",", trusted));
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        valve.setPortHeader("X-Forwarded-Port");
        return Optional.of(valve);
    }
}
