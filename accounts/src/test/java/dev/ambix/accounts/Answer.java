package dev.ambix.accounts;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the service has answered.
public record Answer(HttpResponse<String> response) {
  private static final JsonType<Object> JSON = Jsonb.builder().build().type(Object.class);

  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  /// A header's first value; empty when there is none.
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /// A field of the body that must be there.
  public Object value(String field) {
    return Objects.requireNonNull(json().get(field), field);
  }

  /// The body, which is a JSON object.
  public Map<String, Object> json() {
    return object(JSON.fromJson(body()));
  }

  /// An object in the body, such as `paths`.
  public Map<String, Object> json(String field) {
    return object(value(field));
  }

  /// The objects of an array in the body, such as `items`.
  @SuppressWarnings("unchecked") // a JSON array of objects
  public List<Map<String, Object>> list(String field) {
    return (List<Map<String, Object>>) json().getOrDefault(field, List.of());
  }

  /// The fields that a problem names, each with its code: `username:taken`.
  public List<String> errors() {
    return list("errors").stream()
        .map(error -> error.get("field") + ":" + error.get("code"))
        .toList();
  }

  @SuppressWarnings("unchecked") // a JSON object
  private static Map<String, Object> object(Object json) {
    return (Map<String, Object>) json;
  }
}
