package dev.ambix.accounts.passwords;

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

/// A text that can be a password: 15 to 128 characters of any kind, counted in Unicode code points,
/// and not a common one. There are no rules of composition, as NIST SP 800-63B asks.
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface ValidPassword {
  /// Checks it; null is left to `@NotNull`.
  @ConstraintAdapter(ValidPassword.class)
  final class PasswordCheck implements ValidationAdapter<String> {
    private final CommonPasswords commonPasswords = CommonPasswords.load();
    private final Message length;
    private final Message common;

    public PasswordCheck(AdapterCreateRequest request) {
      length = request.message("must have 15 to 128 characters", "code", "length");
      common = request.message("is made of common words or repeats", "code", "common");
    }

    @Override
    public boolean validate(@Nullable String text, ValidationRequest request, String field) {
      if (text == null) {
        return true;
      }
      int characters = text.codePointCount(0, text.length());
      if (characters < 15 || characters > 128) {
        request.addViolation(length, field);
        return false;
      }
      if (commonPasswords.contains(text)) {
        request.addViolation(common, field);
        return false;
      }
      return true;
    }
  }
}
