package dev.ambix.accounts.http;

import dev.ambix.web.Problem.FieldError;
import dev.ambix.web.ProblemException;
import io.avaje.validation.ConstraintViolation;
import io.avaje.validation.Validator;
import io.avaje.validation.spi.MessageInterpolator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Validation by avaje-validator, with the answers that this API gives: a code and a message for
/// each field.
final class InputValidation {
  /// Stands between code and message on their way through avaje, whose violations have no code.
  private static final char MARK = '\u001f';

  /// What this API calls a constraint of the standard.
  private static final Map<String, String> CODES =
      Map.of("NotNull", "required", "Email", "email", "Size", "length", "Length", "length");

  private static final Map<String, String> MESSAGES =
      Map.of("required", "is required", "length", "must have {min} to {max} characters");

  private InputValidation() {}

  static Validator validator() {
    MessageInterpolator marking = InputValidation::mark;
    return Validator.builder().messageInterpolator(marking).build();
  }

  /// Takes the place of avaje's own, which drops the code and fails on some `Accept-Language`.
  static io.avaje.http.api.Validator forRequests(Validator validator) {
    return (input, _, groups) -> {
      var violations = validator.check(input, groups);
      if (!violations.isEmpty()) {
        var errors = violations.stream().map(InputValidation::fieldError).toList();
        throw new ProblemException(InvalidInput.problem(oneForEachField(errors)));
      }
    };
  }

  /// A text of the wrong length is no address either: that need not be said.
  private static List<FieldError> oneForEachField(List<FieldError> errors) {
    var first = new LinkedHashMap<String, FieldError>();
    for (var error : errors) {
      first.merge(error.field(), error, (a, b) -> b.code().equals("length") ? b : a);
    }
    return List.copyOf(first.values());
  }

  /// The code is what a constraint of ours says, or the name in `{avaje.NotNull.message}`.
  private static String mark(String message, Map<String, Object> attributes) {
    var key = String.valueOf(attributes.get("message"));
    var code =
        attributes.get("code") instanceof String own
            ? own
            : key.startsWith("{avaje.")
                ? CODES.getOrDefault(key.substring(7, key.indexOf('.', 7)), "invalid")
                : "invalid";
    var text = key.startsWith("{avaje.") ? MESSAGES.getOrDefault(code, message) : message;
    for (var attribute : attributes.entrySet()) {
      text = text.replace("{" + attribute.getKey() + "}", String.valueOf(attribute.getValue()));
    }
    return code + MARK + text;
  }

  private static FieldError fieldError(ConstraintViolation violation) {
    int mark = violation.message().indexOf(MARK);
    return new FieldError(
        violation.path(),
        violation.message().substring(0, mark),
        violation.message().substring(mark + 1));
  }
}
