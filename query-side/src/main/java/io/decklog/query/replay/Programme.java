package io.decklog.query.replay;

import io.decklog.wiring.web.ProblemException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left to play.
 *
 * @param scenes in the order they are played
 * @param after the moment the silence before the first of them begins
 */
record Programme(List<Scene> scenes, Instant after) {

    /**
     * @param scenes all there are, at least one
     * @param from scenes before this moment are not played; null for all
     */
    static Programme from(List<Scene> scenes, @Nullable Instant from) {
        var left = scenes.stream()
                .filter(scene -> from == null || !scene.moment().isBefore(from))
                .toList();
        return new Programme(
                left, left.isEmpty() ? Instant.EPOCH : left.getFirst().moment());
    }

    /**
     * Goes on behind the last scene a client has.
     *
     * @throws ProblemException 400 if there is no scene of that id
     */
    static Programme behind(List<Scene> scenes, String id) {
        for (var i = 0; i < scenes.size(); i++) {
            if (scenes.get(i).id().equals(id)) {
                return new Programme(
                        scenes.subList(i + 1, scenes.size()), scenes.get(i).moment());
            }
        }
        throw ProblemException.unreadable("Last-Event-ID", "must be the id of an event of this replay");
    }
}
