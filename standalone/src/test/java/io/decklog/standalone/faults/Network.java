package io.decklog.standalone.faults;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** A network of its own (a namespace) for a database, which each node reaches over a cable of its own. */
final class Network {

    private static final long PID = ProcessHandle.current().pid();
    private static final String NAME = "decklog-" + PID;
    private static final int MOST_CABLES = 60;

    private int cables;

    static void demandTools() {
        Rounds.demand("ip");
    }

    static Network open() throws IOException, InterruptedException {
        Rounds.run("ip", "netns", "add", NAME);
        within("ip", "link", "set", "lo", "up");
        return new Network();
    }

    /** How a command is run in there. */
    static List<String> inside() {
        return List.of("ip", "netns", "exec", NAME);
    }

    private static void within(String... command) throws IOException, InterruptedException {
        Rounds.run(Stream.concat(inside().stream(), Stream.of(command)).toArray(String[]::new));
    }

    Cable cable() throws IOException, InterruptedException {
        var number = cables++;
        if (number == MOST_CABLES) {
            throw new IllegalStateException("no more cables");
        }
        var subnet = "10.18.%d.".formatted(PID % 250);
        var cable = new Cable(
                "dl%dn%d".formatted(PID % 100_000, number), subnet + (4 * number + 1), subnet + (4 * number + 2));
        Rounds.run("ip", "link", "add", cable.near(), "type", "veth", "peer", "name", cable.far(), "netns", NAME);
        Rounds.run("ip", "address", "add", cable.nearAddress() + "/30", "dev", cable.near());
        Rounds.run("ip", "link", "set", cable.near(), "up");
        within("ip", "address", "add", cable.address() + "/30", "dev", cable.far());
        within("ip", "link", "set", cable.far(), "up");
        return cable;
    }

    /** Everybody in there must have gone. */
    void close() throws IOException, InterruptedException {
        Rounds.run("ip", "netns", "delete", NAME);
    }

    /**
     * From a node to the database.
     *
     * @param address of the database at its end
     */
    record Cable(String near, String nearAddress, String address) {

        String far() {
            return near + "d";
        }

        /** Nothing goes through any more, in either direction, and nobody is told. */
        void cut() throws IOException, InterruptedException {
            within("ip", "link", "set", far(), "down");
        }

        void mend() throws IOException, InterruptedException {
            within("ip", "link", "set", far(), "up");
        }

        /** What the database answers is lost; what it is sent arrives, and is done. */
        void loseAnswers() throws IOException, InterruptedException {
            within("ip", "route", "add", "blackhole", nearAddress + "/32");
        }

        void findAnswers() throws IOException, InterruptedException {
            within("ip", "route", "delete", "blackhole", nearAddress + "/32");
        }
    }
}
