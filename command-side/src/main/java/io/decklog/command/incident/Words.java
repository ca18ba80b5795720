package io.decklog.command.incident;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Text a person wrote: not blank, at most so many characters, no control characters but tab and line breaks. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Words.Validator.class)
@interface Words {

    /** The longest text there may be. */
    int TEXT = 20_000;

    /** The longest title or name there may be. */
    int NAME = 200;

    int max() default TEXT;

    String message() default "must have 1 to {max} characters and no control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid: whether a text is required is said by {@code @NotNull}. */
    class Validator implements ConstraintValidator<Words, String> {

        private int max;

        @Override
        public void initialize(Words words) {
            max = words.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || (!text.isBlank()
                            && text.codePointCount(0, text.length()) <= max
                            && text.codePoints().noneMatch(Validator::isForbidden));
        }

        private static boolean isForbidden(int character) {
            return (Character.isISOControl(character) && character != '\t' && character != '\n' && character != '\r')
                    || Character.getType(character) == Character.SURROGATE;
        }
    }
}
