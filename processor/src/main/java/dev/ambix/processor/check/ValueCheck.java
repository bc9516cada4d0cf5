package dev.ambix.processor.check;

import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.Catalog;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Declaration.Shape;
import dev.ambix.processor.read.Field;
import dev.ambix.processor.read.JavaType;
import dev.ambix.processor.read.TypeName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds how the values of an attribute stand in its column.
final class ValueCheck {
  private static final int MOST_DIGITS = 1000;
  private static final String NO_OFFSET =
      "Make it an Instant: columns keep no offset. Where the offset matters, keep it beside as a ZoneOffset or a ZoneId.";
  private static final String NO_DATE = "Make it an Instant, or a LocalDate.";

  private static final Set<String> JSON = Set.of("java.util.List", "java.util.Map");

  /// What to use instead of types that no engine keeps as they are.
  private static final Map<String, String> INSTEAD =
      Map.of(
          "java.time.OffsetDateTime", NO_OFFSET,
          "java.time.ZonedDateTime", NO_OFFSET,
          "java.time.OffsetTime",
              "Make it a LocalTime, and keep the offset beside as a ZoneOffset.",
          "java.util.Date", NO_DATE,
          "java.util.Calendar", NO_DATE,
          "java.sql.Timestamp", "Make it an Instant, or a LocalDateTime.",
          "java.sql.Date", "Make it a LocalDate.",
          "java.sql.Time", "Make it a LocalTime.",
          "java.net.URL", "Make it a URI.");

  private final Catalog catalog;
  private final Problems problems;
  private final ConverterCheck converters;

  ValueCheck(Catalog catalog, Problems problems) {
    this.catalog = catalog;
    this.problems = problems;
    this.converters = new ConverterCheck(catalog, problems);
  }

  /// The type of the column of this field.
  ///
  /// @param sized whether a decimal number needs a precision
  Optional<ValueType> check(Scope scope, Field field, boolean sized) {
    var subject = scope.subject(field);
    if (field.has("Json")) {
      return new JsonShapeCheck(catalog, problems, this)
          .check(scope, field)
          .map(shape -> new ValueType.Json(field.type(), shape));
    }
    return column(scope, field, subject, sized);
  }

  /// How a scalar in JSON, which may have a converter, would stand in a column.
  Optional<ValueType> scalar(Scope scope, Field field, String subject) {
    return column(scope, field, subject, false);
  }

  /// The same for a part of a type; empty where there is none, of which the caller tells.
  Optional<ValueType> scalarOf(JavaType type, Field place, String subject) {
    var enumeration =
        catalog
            .find(type)
            .filter(each -> each.shape() == Shape.ENUM && !each.constants().isEmpty());
    return enumeration.isPresent() || isScalar(type)
        ? plain(type, place, subject, false)
        : Optional.empty();
  }

  private static boolean isScalar(JavaType type) {
    return Scalar.of(type).isPresent()
        || type.toString().equals("java.math.BigDecimal")
        || type.toString().equals("java.math.BigInteger");
  }

  private Optional<ValueType> column(Scope scope, Field field, String subject, boolean sized) {
    var convert = field.annotation("Convert");
    if (convert.isEmpty()) {
      return plain(field.type(), field, subject, sized);
    }
    return converters
        .check(scope, field, convert.get())
        .flatMap(converter ->
            plain(converter.column(), field, subject, sized)
                .map(column ->
                    new ValueType.Converted(converter.name(), field.type().boxed(), column)));
  }

  private Optional<ValueType> plain(JavaType type, Field field, String subject, boolean sized) {
    var scalar = Scalar.of(type);
    if (scalar.isPresent()) {
      return scalar.get() == Scalar.TEXT ? text(field, subject) : scalar.map(ValueType.Plain::new);
    }
    if (type.toString().equals("java.math.BigDecimal")) {
      return decimal(field, subject, sized);
    }
    if (type.toString().equals("java.math.BigInteger")) {
      return whole(field, subject, sized);
    }
    var declaration = catalog.find(type);
    if (declaration.isPresent() && declaration.get().shape() == Shape.ENUM) {
      return enumeration(declaration.get(), field, subject);
    }
    var list = list(type);
    if (list.isPresent()) {
      return list;
    }
    problems.error(field.origin(), Code.UnmappedType, subject, unmapped(type, declaration));
    return Optional.empty();
  }

  /// The type of a list whose elements arrays have on every engine.
  private Optional<ValueType> list(JavaType type) {
    if (!(type instanceof JavaType.Declared list)
        || !list.name().qualified().equals("java.util.List")
        || list.arguments().size() != 1) {
      return Optional.empty();
    }
    var element = list.arguments().getFirst();
    return Scalar.of(element)
        .filter(Scalar::isElement)
        .<ValueType>map(ValueType.Plain::new)
        .or(() ->
            catalog
                .find(element)
                .filter(each -> each.shape() == Shape.ENUM && !each.constants().isEmpty())
                .map(each -> new ValueType.Enumeration(each.name(), each.constants())))
        .map(ValueType.Many::new);
  }

  private Optional<ValueType> text(Field field, String subject) {
    var length = field.annotation("Length");
    if (length.isEmpty()) {
      return Optional.of(new ValueType.Plain(Scalar.TEXT));
    }
    int value = length.get().number("value");
    if (value < 1) {
      problems.error(
          length.get().origin(),
          Code.InvalidLength,
          subject,
          "no text is that short; got @Length(%d), expected at least 1. Give the most code points that the text may have."
              .formatted(value));
      return Optional.empty();
    }
    return Optional.of(new ValueType.Varchar(value));
  }

  private Optional<ValueType> decimal(Field field, String subject, boolean sized) {
    var precision = field.annotation("Precision");
    if (precision.isPresent()) {
      return decimal(precision.get(), subject);
    }
    return sized
        ? unsized(field, subject, "BigDecimal", "value = 12, scale = 2")
        : Optional.of(new ValueType.AnyDecimal());
  }

  private Optional<ValueType> whole(Field field, String subject, boolean sized) {
    var precision = field.annotation("Precision");
    if (precision.isEmpty()) {
      return sized
          ? unsized(field, subject, "BigInteger", "38")
          : Optional.of(new ValueType.Whole(MOST_DIGITS));
    }
    if (precision.get().number("scale") != 0) {
      return invalid(precision.get(), subject, "scale 0, since the number is whole");
    }
    return decimal(precision.get(), subject)
        .map(_ -> new ValueType.Whole(precision.get().number("value")));
  }

  private Optional<ValueType> unsized(Field field, String subject, String type, String size) {
    problems.error(
        field.origin(),
        Code.DecimalWithoutPrecision,
        subject,
        "a %s column needs a size; got none, expected @Precision. Add @Precision(%s) with the digits that you need."
            .formatted(type, size));
    return Optional.empty();
  }

  private Optional<ValueType> decimal(Annotation precision, String subject) {
    int digits = precision.number("value");
    int scale = precision.number("scale");
    if (digits >= 1 && digits <= MOST_DIGITS && scale >= 0 && scale <= digits) {
      return Optional.of(new ValueType.Decimal(digits, scale));
    }
    return invalid(
        precision, subject, "1 <= value <= %d and 0 <= scale <= value".formatted(MOST_DIGITS));
  }

  private Optional<ValueType> invalid(Annotation precision, String subject, String expected) {
    problems.error(
        precision.origin(),
        Code.InvalidPrecision,
        subject,
        "no decimal column has this size; got value %d and scale %d, expected %s. Correct @Precision."
            .formatted(precision.number("value"), precision.number("scale"), expected));
    return Optional.empty();
  }

  private Optional<ValueType> enumeration(Declaration type, Field field, String subject) {
    if (!type.constants().isEmpty()) {
      return Optional.of(enumeration(type, field));
    }
    problems.error(
        field.origin(),
        Code.UnmappedType,
        subject,
        "an enum without constants has no values; got %s, expected at least one constant. Add one, or mark the field @Transient."
            .formatted(type.name()));
    return Optional.empty();
  }

  private static ValueType enumeration(Declaration type, Field field) {
    return field
        .annotation("Native")
        .<ValueType>map(annotation -> {
          var name = annotation.text("value");
          var simpleName = type.name().simpleName();
          return new ValueType.NativeEnum(
              type.name(),
              type.constants(),
              name.isEmpty()
                  ? SnakeCase.of(
                      Character.toLowerCase(simpleName.charAt(0)) + simpleName.substring(1))
                  : name);
        })
        .orElseGet(() -> new ValueType.Enumeration(type.name(), type.constants()));
  }

  private static String unmapped(JavaType type, Optional<Declaration> declaration) {
    return "no column has this type; got %s, expected a type that a column can have. %s"
        .formatted(type, remedy(type, declaration));
  }

  private static String remedy(JavaType type, Optional<Declaration> declaration) {
    var instead = INSTEAD.get(type.toString());
    if (instead != null) {
      return instead;
    }
    if (declaration.filter(each -> each.has("Entity")).isPresent()) {
      return "Make it a Ref<%1$s> with @ManyToOne, or keep the key: @References(%1$s.class) on an attribute of its type."
          .formatted(declaration.get().name().simpleNames());
    }
    if (declaration.filter(each -> each.shape() == Shape.RECORD).isPresent()) {
      return "Add @Embedded to give each component a column, or @Json or @Convert(…) for one column.";
    }
    if (JSON.contains(type.className().map(TypeName::qualified).orElse(""))) {
      return "Add @Json to keep it as JSON, or @Convert(…) with a converter.";
    }
    if (type instanceof JavaType.Array) {
      return "Make it a List, or add @Convert(…) with a converter.";
    }
    return "Add @Convert(…) with a converter, or @Transient if it is not stored.";
  }
}
