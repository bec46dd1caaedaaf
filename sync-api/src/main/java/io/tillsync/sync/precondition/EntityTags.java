package io.tillsync.sync.precondition;

import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ETag;

/**
 * The value of {@code If-Match} or {@code If-None-Match}: {@code *}, or a list of tags. Unlike Spring's own reading it
 * refuses what is malformed: {@code If-Match: v5} without its quotes must not pass for no condition at all.
 *
 * @param any whether it is {@code *}; then there are no tags
 */
public record EntityTags(boolean any, List<ETag> tags) {
    /** RFC 9110 §8.8.3, and the empty list elements that §5.6.1 asks recipients to bear. */
    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t]*(?:(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\")?[ \\t]*(?:,|$)");

    public EntityTags {
        tags = List.copyOf(tags);
    }

    /** The tag of one version of an entity. */
    public static ETag ofVersion(long syncVersion) {
        return new ETag("v" + syncVersion, false);
    }

    /**
     * All tags of a header.
     *
     * @param lines all header lines of that name, at least one
     * @throws io.tillsync.sync.problem.ProblemException 400 {@code malformed-request}
     */
    static EntityTags parse(String header, Enumeration<String> lines) {
        List<ETag> tags = new ArrayList<>();
        while (lines.hasMoreElements()) {
            String line = lines.nextElement().strip();
            if (line.equals("*")) {
                return new EntityTags(true, List.of());
            }
            addTags(header, line, tags);
        }
        if (tags.isEmpty()) {
            throw malformed(header);
        }
        return new EntityTags(false, tags);
    }

    private static void addTags(String header, String line, List<ETag> tags) {
        Matcher element = ELEMENT.matcher(line);
        for (int at = 0; at < line.length(); at = element.end()) {
            if (!element.find(at) || element.start() != at) {
                throw malformed(header);
            }
            if (element.group(2) != null) {
                tags.add(new ETag(element.group(2), element.group(1) != null));
            }
        }
    }

    /** Weak comparison (RFC 9110 §8.8.3.2), as {@code If-None-Match} wants it. */
    public boolean matchWeakly(ETag current) {
        return any || tags.stream().anyMatch(tag -> tag.tag().equals(current.tag()));
    }

    private static RuntimeException malformed(String header) {
        return Problem.of(ProblemCode.MALFORMED_REQUEST, header + " must be * or tags in quotes, such as \"v5\".")
                .toException();
    }
}
