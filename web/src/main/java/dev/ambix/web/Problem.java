package dev.ambix.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// An error as clients get it: a problem of RFC 9457, `application/problem+json`. It says nothing
/// that a stranger may not know: no SQL, no value, no stack.
///
/// @param status the HTTP status, 400 to 599
/// @param code what is wrong, for programs: the code of an Ambix error, or the service's own
/// @param title what is wrong, for people; the same for every problem of this code
/// @param detail what is wrong this time, for people
/// @param errors the fields of the request that are wrong
/// @param retryAfter when to try again, if that may help
public record Problem(
    int status,
    String code,
    String title,
    Optional<String> detail,
    List<FieldError> errors,
    Optional<Duration> retryAfter) {
  /// The media type of the JSON that [#toJson] gives.
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }

  /// A problem that names no field.
  public static Problem of(int status, String code, String title) {
    return new Problem(status, code, title, Optional.empty(), List.of(), Optional.empty());
  }

  /// The same, with what is wrong this time.
  public Problem withDetail(String text) {
    return new Problem(status, code, title, Optional.of(text), errors, retryAfter);
  }

  /// The same, with the fields that are wrong.
  public Problem withErrors(List<FieldError> fields) {
    return new Problem(status, code, title, detail, fields, retryAfter);
  }

  /// The same, to be tried again after this time.
  public Problem withRetryAfter(Duration wait) {
    return new Problem(status, code, title, detail, errors, Optional.of(wait));
  }

  /// A field of the request that is wrong.
  ///
  /// @param field its path in the request, such as `email` or `address.city`
  /// @param code what is wrong, for programs
  /// @param message what is wrong, for people; without the value
  public record FieldError(String field, String code, String message) {}

  /// The problem as JSON.
  public String toJson() {
    var json = new StringBuilder("{\"type\":\"about:blank\",\"title\":");
    text(json, title);
    json.append(",\"status\":").append(status).append(",\"code\":");
    text(json, code);
    detail.ifPresent(text -> {
      json.append(",\"detail\":");
      text(json, text);
    });
    if (!errors.isEmpty()) {
      json.append(",\"errors\":[");
      for (int i = 0; i < errors.size(); i++) {
        json.append(i == 0 ? "" : ",");
        field(json, errors.get(i));
      }
      json.append(']');
    }
    return json.append('}').toString();
  }

  private static void field(StringBuilder json, FieldError error) {
    json.append("{\"field\":");
    text(json, error.field());
    json.append(",\"code\":");
    text(json, error.code());
    json.append(",\"message\":");
    text(json, error.message());
    json.append('}');
  }

  /// A JSON string (RFC 8259, section 7). A surrogate without its other half is no Unicode text, so
  /// it is escaped too.
  private static void text(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
