package dev.ambix.accounts.http;

import dev.ambix.web.ProblemException;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.json.PropertyNames;
import io.avaje.json.stream.BufferedJsonWriter;
import io.avaje.json.stream.BytesJsonWriter;
import io.avaje.json.stream.JsonOutput;
import io.avaje.json.stream.JsonStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// JSON for avaje-jsonb: written by avaje, read by Jackson's parser, because avaje's own is lenient
/// and does not say where an error is. Safe for any thread.
final class StrictJson implements JsonStream {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(32).maxNumberLength(100).build())
          .build();

  private final JsonStream writers =
      JsonStream.builder().serializeNulls(true).serializeEmpty(true).build();

  @Override
  public JsonReader reader(InputStream in) {
    try (in) {
      return reader(in.readAllBytes());
    } catch (IOException
        | IllegalArgumentException unreadable) { // a chunk of no size is the latter
      throw new ProblemException(InvalidInput.malformed("", "unreadable", "ended early"));
    }
  }

  @Override
  public JsonReader reader(byte[] json) {
    try {
      return reader(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString());
    } catch (CharacterCodingException notUtf8) {
      throw new ProblemException(InvalidInput.malformed("", "encoding", "is not UTF-8"));
    }
  }

  @Override
  public JsonReader reader(String json) {
    return new StrictReader(JSON.createParser(ObjectReadContext.empty(), json));
  }

  @Override
  public JsonReader reader(Reader json) {
    try (json) {
      return reader(json.readAllAsString());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public JsonWriter writer(Writer out) {
    return writers.writer(out);
  }

  @Override
  public JsonWriter writer(OutputStream out) {
    return writers.writer(out);
  }

  @Override
  public JsonWriter writer(JsonOutput out) {
    return writers.writer(out);
  }

  @Override
  public BufferedJsonWriter bufferedWriter() {
    return writers.bufferedWriter();
  }

  @Override
  public BytesJsonWriter bufferedWriterAsBytes() {
    return writers.bufferedWriterAsBytes();
  }

  @Override
  public PropertyNames properties(String... names) {
    return writers.properties(names);
  }
}
