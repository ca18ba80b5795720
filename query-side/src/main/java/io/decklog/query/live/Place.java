package io.decklog.query.live;

import io.decklog.wiring.web.ProblemException;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A place in a stream, which clients give back to go on behind it. It is the position of an event in the log. A redaction
 * can change several entries; those before the last of them carry their own sequence, too: {@code 1234.7}.
 *
 * @param position of the event; 0 is before all
 * @param entry the sequence of the entry among those the event changed; the largest number there is for the last
 */
record Place(long position, long entry) implements Comparable<Place> {

    static final Place START = behind(0);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(?:\\.([0-9]{1,18}))?");
    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::position).thenComparingLong(Place::entry);

    /** Behind everything the event at a position changed. */
    static Place behind(long position) {
        return new Place(position, Long.MAX_VALUE);
    }

    /** @throws ProblemException 400 for what no stream has given out */
    static Place parse(String field, String text) {
        var parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw ProblemException.unreadable(field, "must be the id of an event of this stream, or a position");
        }
        var position = Long.parseLong(parts.group(1));
        return parts.group(2) == null ? behind(position) : new Place(position, Long.parseLong(parts.group(2)));
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    boolean isBefore(Place other) {
        return compareTo(other) < 0;
    }

    @Override
    public String toString() {
        return entry == Long.MAX_VALUE ? "" + position : position + "." + entry;
    }
}
