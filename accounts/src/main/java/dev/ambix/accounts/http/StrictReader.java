package dev.ambix.accounts.http;

import dev.ambix.web.ProblemException;
import io.avaje.json.JsonReader;
import io.avaje.json.PropertyNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/// One JSON text for avaje's adapters, from Jackson's parser. It says which field is wrong, takes
/// no value of another type, no field that nobody asked for or that came before, no NULL, and
/// nothing after the text. The parser stands on the value that is read next.
final class StrictReader implements JsonReader {
  private static final int LARGEST_SCALE = 1000;

  private final JsonParser parser;
  private final Set<String> seen = new HashSet<>();

  StrictReader(JsonParser parser) {
    this.parser = parser;
  }

  /// Such as `address.lines[2]`.
  private static String path(TokenStreamContext context) {
    var parent = context.getParent();
    if (parent == null) {
      return "";
    }
    var before = path(parent);
    if (context.inArray()) {
      return before + "[" + context.getCurrentIndex() + "]";
    }
    if (context.currentName() == null) {
      return before;
    }
    return before.isEmpty() ? context.currentName() : before + "." + context.currentName();
  }

  /// Where the value is that the parser stands on. At the start of an object or array the parser is
  /// already inside it.
  private String path() {
    var context = parser.streamReadContext();
    boolean inside = parser.currentToken() != null && parser.currentToken().isStructStart();
    return path(inside ? context.getParent() : context);
  }

  private ProblemException malformed(String code, String message) {
    return new ProblemException(InvalidInput.malformed(path(), code, message));
  }

  private ProblemException wrongType(String expected) {
    return InvalidInput.of(path(), "type", "must be " + expected);
  }

  /// What the parser gives; its own words stay here, as they quote the body, which may hold a
  /// password.
  private <T> T guarded(Supplier<T> read) {
    try {
      return read.get();
    } catch (JacksonException broken) {
      var place = parser.currentLocation();
      throw malformed(
          "malformed",
          "is not JSON at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr()));
    }
  }

  private @Nullable JsonToken next() {
    return guarded(parser::nextToken);
  }

  private JsonToken token() {
    var token = parser.currentToken();
    if (token == null) {
      token = next();
    }
    if (token == null) {
      throw malformed("empty", "is empty");
    }
    return token;
  }

  private void require(JsonToken expected, String name) {
    if (token() != expected) {
      throw wrongType(name);
    }
  }

  private void end() {
    if (parser.streamReadContext().inRoot() && next() != null) {
      throw malformed("trailing", "goes on after its end");
    }
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return type.cast(parser);
  }

  @Override
  public void beginArray() {
    require(JsonToken.START_ARRAY, "an array");
  }

  @Override
  public void endArray() {
    end();
  }

  @Override
  public boolean hasNextElement() {
    return next() != JsonToken.END_ARRAY;
  }

  @Override
  public void beginObject(PropertyNames names) {
    beginObject();
  }

  @Override
  public void beginObject() {
    require(JsonToken.START_OBJECT, "an object");
  }

  @Override
  public void endObject() {
    end();
  }

  @Override
  public boolean hasNextField() {
    return next() == JsonToken.PROPERTY_NAME;
  }

  @Override
  public String nextField() {
    var name = parser.currentName();
    if (!seen.add(path())) {
      throw malformed("duplicate", "appears twice");
    }
    next();
    return name;
  }

  @Override
  public boolean isNullValue() {
    if (token() == JsonToken.VALUE_NULL && !parser.streamReadContext().inRoot()) {
      throw InvalidInput.of(path(), "null", "must not be null");
    }
    return false;
  }

  @Override
  public boolean readBoolean() {
    return switch (token()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw wrongType("true or false");
    };
  }

  @Override
  public int readInt() {
    try {
      return readDecimal().intValueExact();
    } catch (ArithmeticException notAnInt) {
      throw wrongType("a whole number of 32 bits");
    }
  }

  @Override
  public long readLong() {
    try {
      return readDecimal().longValueExact();
    } catch (ArithmeticException notALong) {
      throw wrongType("a whole number of 64 bits");
    }
  }

  @Override
  public double readDouble() {
    return readDecimal().doubleValue();
  }

  /// With an exponent that does not make a few characters of input a number of a billion digits.
  @Override
  public BigDecimal readDecimal() {
    if (!token().isNumeric()) {
      throw wrongType("a number");
    }
    var number = guarded(parser::getDecimalValue);
    if (Math.abs((long) number.scale()) > LARGEST_SCALE) {
      throw wrongType("a number with a smaller exponent");
    }
    return number;
  }

  @Override
  public BigInteger readBigInteger() {
    try {
      return readDecimal().toBigIntegerExact();
    } catch (ArithmeticException notWhole) {
      throw wrongType("a whole number");
    }
  }

  /// Unicode text that every database stores: without NUL and without half of a surrogate pair.
  @Override
  public String readString() {
    require(JsonToken.VALUE_STRING, "a string");
    var text = guarded(parser::getString);
    if (text.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF))) {
      throw InvalidInput.of(path(), "characters", "must be Unicode text without NUL");
    }
    return text;
  }

  @Override
  public byte[] readBinary() {
    require(JsonToken.VALUE_STRING, "a string in base64");
    return guarded(parser::getBinaryValue);
  }

  @Override
  public String readRaw() {
    throw new UnsupportedOperationException("raw JSON");
  }

  @Override
  public String location() {
    return path();
  }

  @Override
  public Token currentToken() {
    return switch (token()) {
      case START_OBJECT -> Token.BEGIN_OBJECT;
      case START_ARRAY -> Token.BEGIN_ARRAY;
      case VALUE_STRING -> Token.STRING;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Token.NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> Token.BOOLEAN;
      default -> Token.NULL;
    };
  }

  @Override
  public void close() {
    parser.close();
  }

  @Override
  public void skipValue() {
    guarded(parser::skipChildren);
  }

  @Override
  public void unmappedField(String name) {
    throw InvalidInput.of(path(), "unknown", "is not a known field");
  }
}
