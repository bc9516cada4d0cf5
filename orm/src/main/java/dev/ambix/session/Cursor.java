package dev.ambix.session;

import dev.ambix.error.InvalidCursor;
import dev.ambix.error.UsageException;
import dev.ambix.schema.SqlType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The place of a row in an order, as text for clients: the row's values of what it is ordered by,
/// in base64url. It holds nothing that the page does not show or is not ordered by, and a forged
/// one only starts elsewhere in the same rows, so it is not signed; one that does not fit is
/// `InvalidCursor`.
final class Cursor {
  private static final int LONGEST = 1 << 16;

  private Cursor() {}

  /// @param order what the query is ordered by, which the cursor is good for
  static String encode(String order, List<@Nullable Object> values) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(order.hashCode());
      for (var value : values) {
        out.writeBoolean(value == null);
        if (value != null) {
          out.writeUTF(value.toString());
        }
      }
    } catch (UTFDataFormatException _) {
      throw tooLong();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    if (cursor.length() > LONGEST) {
      throw tooLong();
    }
    return cursor;
  }

  private static UsageException tooLong() {
    return new UsageException(
        "OrderTooLong",
        "page: got a text in the order that is too long for a cursor, expected at most "
            + LONGEST / 2
            + " bytes. Order by an attribute with @Length.");
  }

  /// The values in a cursor.
  ///
  /// @throws InvalidCursor when it is not one of this order
  static List<@Nullable Object> decode(String order, List<SqlType> types, String cursor) {
    if (cursor.length() > LONGEST) {
      throw new InvalidCursor("got " + cursor.length() + " characters, expected fewer", null);
    }
    try (var in =
        new DataInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor)))) {
      if (in.readInt() != order.hashCode()) {
        throw new InvalidCursor("it belongs to a query with another order", null);
      }
      var values = new ArrayList<@Nullable Object>(types.size());
      for (var type : types) {
        values.add(in.readBoolean() ? null : parse(type, in.readUTF()));
      }
      if (in.read() != -1) {
        throw new InvalidCursor("it holds more values than the order has", null);
      }
      return values;
    } catch (IOException | IllegalArgumentException | DateTimeException error) {
      throw new InvalidCursor("it is not one that this service made", null);
    }
  }

  private static Object parse(SqlType type, String text) {
    return switch (type) {
      case SqlType.Bool _ -> Boolean.parseBoolean(text);
      case SqlType.SmallInt _, SqlType.Int _ -> Integer.parseInt(text);
      case SqlType.BigInt _ -> Long.parseLong(text);
      case SqlType.Real _ -> require(Float.parseFloat(text), number -> !number.isNaN());
      case SqlType.DoublePrecision _ ->
          require(Double.parseDouble(text), number -> !number.isNaN());
      // A forged exponent would fill the memory.
      case SqlType.Numeric numeric ->
          require(
              new BigDecimal(text),
              number ->
                  number.scale() == numeric.scale() && number.precision() <= numeric.precision());
      case SqlType.Varchar _, SqlType.Text _, SqlType.Enumeration _, SqlType.NativeEnum _ ->
          require(text, Cursor::isStorable);
      case SqlType.Uuid _ -> UUID.fromString(text);
      case SqlType.Date _ -> require(LocalDate.parse(text), date -> isStorable(date.getYear()));
      case SqlType.Time _ -> LocalTime.parse(text);
      case SqlType.Timestamp _ ->
          require(LocalDateTime.parse(text), time -> isStorable(time.getYear()));
      case SqlType.TimestampTz _ ->
          require(Instant.parse(text), time -> isStorable(time.atOffset(ZoneOffset.UTC).getYear()));
      case SqlType.Bytes _, SqlType.Json _, SqlType.Array _, SqlType.Spelled _ ->
          throw new IllegalArgumentException("a type without an order");
    };
  }

  private static <T> T require(T value, Predicate<T> condition) {
    if (!condition.test(value)) {
      throw new IllegalArgumentException("no row has this value");
    }
    return value;
  }

  /// Neither U+0000 nor half a surrogate pair.
  private static boolean isStorable(String text) {
    return text.codePoints()
        .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }

  private static boolean isStorable(int year) {
    return year >= 0 && year <= 9999;
  }
}
