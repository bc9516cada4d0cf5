package dev.ambix.accounts.users;

import io.avaje.validation.adapter.ConstraintAdapter;
import io.avaje.validation.adapter.ValidationAdapter;
import io.avaje.validation.adapter.ValidationContext.AdapterCreateRequest;
import io.avaje.validation.adapter.ValidationContext.Message;
import io.avaje.validation.adapter.ValidationRequest;
import jakarta.validation.Constraint;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// A text that can be a [Username]: 1 to 64 visible characters.
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface ValidUsername {
  /// Checks it; null is left to `@NotNull`.
  @ConstraintAdapter(ValidUsername.class)
  final class UsernameCheck implements ValidationAdapter<String> {
    private final Message length;
    private final Message characters;

    public UsernameCheck(AdapterCreateRequest request) {
      length = request.message("must have 1 to 64 characters", "code", "length");
      characters = request.message("must have visible characters only", "code", "characters");
    }

    @Override
    public boolean validate(@Nullable String text, ValidationRequest request, String field) {
      if (text == null) {
        return true;
      }
      var name = new Username(text);
      if (name.length() < 1 || name.length() > Username.LONGEST) {
        request.addViolation(length, field);
        return false;
      }
      if (!name.hasOnlyVisibleCharacters()) {
        request.addViolation(characters, field);
        return false;
      }
      return true;
    }
  }
}
