package io.decklog.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.decklog.wiring.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "12", "12.3", "999999999999999999.999999999999999999"})
    void a_place_is_read_as_it_was_written(String text) {
        assertThat(Place.parse("after", text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.", ".1", "1.2.3", "x", "1x", "9999999999999999999", "１"})
    void what_no_stream_has_given_out_is_refused(String text) {
        assertThatThrownBy(() -> Place.parse("after", text)).isInstanceOf(ProblemException.class);
    }

    @Test
    void the_last_entry_of_an_event_comes_behind_the_others() {
        assertThat(new Place(12, 3)).isLessThan(new Place(12, 4)).isLessThan(Place.behind(12));
        assertThat(Place.behind(12)).isLessThan(new Place(13, 1));
    }
}
