package io.decklog.query.replay;

import java.io.IOException;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Plays scenes. Its times count from the first one, so that slow writing does not add up. */
final class Player {

    /** A client that has this has heard everything. */
    static final String END = "end";

    private final Tempo tempo;
    private final JsonMapper json;

    Player(Tempo tempo, JsonMapper json) {
        this.tempo = tempo;
        this.json = json;
    }

    /** Where it is played. */
    interface Stage {

        /** How long it has been played. */
        Duration elapsed();

        /** Waits; shorter if nobody looks any more. */
        void pause(Duration time) throws IOException;

        boolean isOpen();

        /** Sends events as they are written on the wire. */
        void send(String events) throws IOException;
    }

    /** Plays until the end, or until nobody looks any more. */
    void play(Programme programme, Stage stage) throws IOException {
        var before = programme.after();
        var due = stage.elapsed();
        for (var scene : programme.scenes()) {
            due = due.plus(tempo.between(before, scene.moment()));
            await(due, stage);
            if (!stage.isOpen()) {
                return;
            }
            stage.send(event(scene.id(), scene.kind().wireName(), json.writeValueAsString(scene.entry())));
            before = scene.moment();
        }
        stage.send(event(END, END, "{}"));
    }

    private static void await(Duration due, Stage stage) throws IOException {
        var left = due.minus(stage.elapsed());
        if (left.isPositive()) {
            stage.pause(left);
        }
    }

    private static String event(String id, String name, String data) {
        return "id: " + id + "\nevent: " + name + "\ndata: " + data + "\n\n";
    }
}
