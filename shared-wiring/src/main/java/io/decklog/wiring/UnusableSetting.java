package io.decklog.wiring;

import java.io.Serial;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A setting has a value with which the process cannot start. Reported as a sentence that says what to change. */
public final class UnusableSetting extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param message what is wrong with the value
     * @param remedy what to change, naming the setting
     */
    public UnusableSetting(String message, String remedy, @Nullable Exception cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /**
     * @param usable whether the value will do
     * @param setting its full name, {@code decklog.stream.heartbeat}
     * @param expected which values will do, with an example: {@code 10ms or more, 250ms for example}
     * @throws UnusableSetting if it will not
     */
    public static void unless(boolean usable, String setting, @Nullable Object value, String expected) {
        if (!usable) {
            throw new UnusableSetting(
                    "%s is %s.".formatted(setting, value),
                    "Set it to %s. As an environment variable it is %s.".formatted(expected, variable(setting)),
                    null);
        }
    }

    /** The name of the environment variable that gives a setting: {@code DECKLOG_WEB_MAXBODY}. */
    static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }

    String remedy() {
        return remedy;
    }
}
