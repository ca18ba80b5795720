package io.decklog.wiring.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SettledPositionsTest {

    private final SettledPositions positions = new SettledPositions();

    @Test
    void with_nobody_writing_everything_that_can_be_seen_is_settled() {
        assertThat(positions.settled(7, Set.of())).isEqualTo(7);
    }

    @Test
    void who_was_writing_when_a_position_was_seen_keeps_it_open_however_many_came_since() {
        assertThat(positions.settled(7, Set.of("3/1", "4/1"))).isZero();
        assertThat(positions.settled(8, Set.of("4/1", "5/1"))).isZero();
        assertThat(positions.settled(9, Set.of("5/1"))).isEqualTo(7);
        assertThat(positions.settled(10, Set.of("6/1"))).isEqualTo(9);
    }

    @Test
    void nothing_that_was_settled_is_open_again() {
        assertThat(positions.settled(7, Set.of())).isEqualTo(7);
        assertThat(positions.settled(9, Set.of("3/1"))).isEqualTo(7);
    }
}
