package shop;

import dev.ambix.mapping.Association;
import dev.ambix.mapping.Column;
import dev.ambix.mapping.EntityMapping;
import dev.ambix.mapping.Path;
import dev.ambix.query.Expression;
import dev.ambix.query.NumberExpression;
import dev.ambix.query.OrderedExpression;
import dev.ambix.query.TextExpression;
import dev.ambix.schema.OnDelete;
import dev.ambix.type.JsonType;
import dev.ambix.type.Row;
import dev.ambix.type.Type;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// The columns of `Product` and how it stands in the table `products`.
@Generated("dev.ambix.processor.AmbixProcessor")
@SuppressWarnings("unchecked")
public final class Product_ extends EntityMapping<Product> {
  private static final Type<Set<String>> TAGS_TYPE =
      Type.converted((Class<Set<String>>) (Class<?>) Set.class, new Product.Words(), Type.TEXT);
  private static final Type<Set<String>> LABELS_TYPE =
      Type.converted((Class<Set<String>>) (Class<?>) Set.class, new Product.Words(), Type.TEXT);
  private static final Type<Set<String>> PLACE_POINT_WORDS_TYPE =
      Type.converted((Class<Set<String>>) (Class<?>) Set.class, new Product.Words(), Type.TEXT);

  public static final Column.Numeric<Product, Long> id =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "id", "id", Type.LONG)
              .asKey()
              .from(Column.Attribute.Source.IDENTITY));
  public static final Column.Text<Product> name =
      new Column.Text<>(
          Column.Attribute.of(Product.class, "products", "name", "name", Type.varchar(64)));
  public static final Column.Text<Product> secret =
      new Column.Text<>(
          Column.Attribute.of(Product.class, "products", "secret", "secret", Type.TEXT)
              .asSensitive());
  public static final Column.Ordered<Product, Instant> createdAt =
      new Column.Ordered<>(
          Column.Attribute.of(Product.class, "products", "createdAt", "created_at", Type.INSTANT)
              .from(Column.Attribute.Source.CREATED_AT));
  public static final Column.Numeric<Product, Integer> version =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "version", "version", Type.INTEGER)
              .from(Column.Attribute.Source.VERSION));
  public static final Column.Value<Product, Boolean> active =
      new Column.Value<>(
          Column.Attribute.of(Product.class, "products", "active", "active", Type.BOOLEAN));
  public static final Column.Value<Product, Boolean> known =
      new Column.Value<>(
          Column.Attribute.of(Product.class, "products", "known", "known", Type.BOOLEAN)
              .asNullable());
  public static final Column.Numeric<Product, Byte> small =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "small", "small", Type.BYTE));
  public static final Column.Numeric<Product, Byte> smaller =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "smaller", "smaller", Type.BYTE)
              .asNullable());
  public static final Column.Numeric<Product, Short> middle =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "middle", "middle", Type.SHORT));
  public static final Column.Numeric<Product, Short> shorter =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "shorter", "shorter", Type.SHORT)
              .asNullable());
  public static final Column.Numeric<Product, Integer> stock =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "stock", "stock", Type.INTEGER)
              .asNullable());
  public static final Column.Numeric<Product, Long> total =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "total", "total", Type.LONG).asNullable());
  public static final Column.Numeric<Product, Float> height =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "height", "height", Type.FLOAT));
  public static final Column.Numeric<Product, Float> width =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "width", "width", Type.FLOAT)
              .asNullable());
  public static final Column.Numeric<Product, Double> weight =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "weight", "weight", Type.DOUBLE));
  public static final Column.Numeric<Product, Double> volume =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "volume", "volume", Type.DOUBLE)
              .asNullable());
  public static final Column.Numeric<Product, BigDecimal> price =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "price", "price", Type.decimal(12, 2))
              .withDefault("1.50"));
  public static final Column.Numeric<Product, BigInteger> serial =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "serial", "serial", Type.integer(20)));
  public static final Column.Ordered<Product, Character> letter =
      new Column.Ordered<>(
          Column.Attribute.of(Product.class, "products", "letter", "letter", Type.CHARACTER));
  public static final Column.Ordered<Product, Character> initial =
      new Column.Ordered<>(
          Column.Attribute.of(Product.class, "products", "initial", "initial", Type.CHARACTER)
              .asNullable());
  public static final Column.Ordered<Product, Year> year =
      new Column.Ordered<>(
          Column.Attribute.of(Product.class, "products", "year", "year", Type.YEAR));
  public static final Column.Value<Product, URI> link =
      new Column.Value<>(
          Column.Attribute.of(Product.class, "products", "link", "link", Type.URI).asNullable());
  public static final Column.Ordered<Product, UUID> token =
      new Column.Ordered<>(
          Column.Attribute.of(Product.class, "products", "token", "token", Type.UUID));
  public static final Column.Value<Product, byte[]> picture =
      new Column.Value<>(
          Column.Attribute.of(Product.class, "products", "picture", "picture", Type.BYTES));
  public static final Column.Value<Product, byte[]> thumbnail =
      new Column.Value<>(
          Column.Attribute.of(Product.class, "products", "thumbnail", "thumbnail", Type.BYTES)
              .asNullable());
  public static final Column.Ordered<Product, LocalDate> day =
      new Column.Ordered<>(
          Column.Attribute.of(Product.class, "products", "day", "day", Type.LOCAL_DATE));
  public static final Column.Ordered<Product, LocalTime> time =
      new Column.Ordered<>(
          Column.Attribute.of(Product.class, "products", "time", "time", Type.LOCAL_TIME));
  public static final Column.Ordered<Product, LocalDateTime> moment =
      new Column.Ordered<>(
          Column.Attribute.of(Product.class, "products", "moment", "moment", Type.LOCAL_DATE_TIME));
  public static final Column.Ordered<Product, Duration> pause =
      new Column.Ordered<>(
          Column.Attribute.of(Product.class, "products", "pause", "pause", Type.DURATION)
              .withDefault("300000000"));
  public static final Column.Ordered<Product, Duration> rest =
      new Column.Ordered<>(
          Column.Attribute.of(Product.class, "products", "rest", "rest", Type.DURATION)
              .asNullable());
  public static final Column.Ordered<Product, Size> size =
      new Column.Ordered<>(
          Column.Attribute.of(
                  Product.class,
                  "products",
                  "size",
                  "size",
                  Type.enumeration(Size.class))
              .withDefault("SMALL"));
  public static final Column.Ordered<Product, Size> largest =
      new Column.Ordered<>(
          Column.Attribute.of(
                  Product.class,
                  "products",
                  "largest",
                  "largest",
                  Type.enumeration(Size.class))
              .asNullable());
  public static final Column.Ordered<Product, Size> shape =
      new Column.Ordered<>(
          Column.Attribute.of(
              Product.class,
              "products",
              "shape",
              "shape",
              Type.nativeEnum(Size.class, "size")));
  public static final Column.Ordered<Product, Size> length =
      new Column.Ordered<>(
          Column.Attribute.of(
                  Product.class,
                  "products",
                  "length",
                  "length",
                  Type.nativeEnum(Size.class, "length"))
              .asNullable());
  public static final Column.Array<Product, String> words =
      new Column.Array<>(
          Column.Attribute.of(Product.class, "products", "words", "words", Type.list(Type.TEXT)));
  public static final Column.Array<Product, Size> sizes =
      new Column.Array<>(
          Column.Attribute.of(
                  Product.class,
                  "products",
                  "sizes",
                  "sizes",
                  Type.list(Type.enumeration(Size.class)))
              .asNullable());
  public static final Column.Json<Product, Product.Options> options =
      new Column.Json<>(
          Column.Attribute.of(
              Product.class,
              "products",
              "options",
              "options",
              Type.json(JsonTypes.PRODUCT_OPTIONS)));
  public static final Column.Ordered<Product, Set<String>> tags =
      new Column.Ordered<>(
          Column.Attribute.of(Product.class, "products", "tags", "tags", TAGS_TYPE));
  public static final Column.Ordered<Product, Set<String>> labels =
      new Column.Ordered<>(
          Column.Attribute.of(Product.class, "products", "labels", "labels", LABELS_TYPE)
              .asNullable());
  public static final Column.Value<Product, Integer> flag =
      new Column.Value<>(
          Column.Attribute.of(
              Product.class,
              "products",
              "flag",
              "flag",
              Type.converted(Integer.class, new Product.Flag(), Type.BOOLEAN)));
  public static final Column.Numeric<Product, Long> parent =
      new Column.Numeric<>(
          Column.Attribute.of(Product.class, "products", "parent", "parent", Type.LONG)
              .asNullable());
  public static final PlaceColumns place = new PlaceColumns();
  public static final BoxColumns box = new BoxColumns();
  public static final Column.Text<Product> type =
      new Column.Text<>(Column.Attribute.of(Product.class, "products", "type", "type", Type.TEXT));
  public static final Column.Text<Product> TYPE =
      new Column.Text<>(
          Column.Attribute.of(Product.class, "products", "TYPE", "upper_type", Type.TEXT));
  public static final Column.Text<Product> Type_ =
      new Column.Text<>(
          Column.Attribute.of(Product.class, "products", "Type", "big_type", Type.TEXT));
  public static final Column.Text<Product> ID =
      new Column.Text<>(Column.Attribute.of(Product.class, "products", "ID", "big_id", Type.TEXT));
  public static final Column.Text<Product> value =
      new Column.Text<>(
          Column.Attribute.of(Product.class, "products", "value", "value", Type.TEXT));
  public static final Column.Text<Product> column =
      new Column.Text<>(
          Column.Attribute.of(Product.class, "products", "column", "column", Type.TEXT));
  public static final Column.Text<Product> entity =
      new Column.Text<>(
          Column.Attribute.of(Product.class, "products", "entity", "entity", Type.TEXT));
  public static final Column.Text<Product> create =
      new Column.Text<>(
          Column.Attribute.of(Product.class, "products", "create", "create", Type.TEXT));
  public static final Column.Text<Product> java =
      new Column.Text<>(Column.Attribute.of(Product.class, "products", "java", "java", Type.TEXT));
  public static final Column.Text<Product> Snapshot_ =
      new Column.Text<>(
          Column.Attribute.of(Product.class, "products", "Snapshot", "snapshot", Type.TEXT));

  private static final VarHandle ID_;
  private static final VarHandle NAME;
  private static final VarHandle SECRET;
  private static final VarHandle CREATED_AT;
  private static final VarHandle VERSION;
  private static final VarHandle ACTIVE;
  private static final VarHandle KNOWN;
  private static final VarHandle SMALL;
  private static final VarHandle SMALLER;
  private static final VarHandle MIDDLE;
  private static final VarHandle SHORTER;
  private static final VarHandle STOCK;
  private static final VarHandle TOTAL;
  private static final VarHandle HEIGHT;
  private static final VarHandle WIDTH;
  private static final VarHandle WEIGHT;
  private static final VarHandle VOLUME;
  private static final VarHandle PRICE;
  private static final VarHandle SERIAL;
  private static final VarHandle LETTER;
  private static final VarHandle INITIAL;
  private static final VarHandle YEAR;
  private static final VarHandle LINK;
  private static final VarHandle TOKEN;
  private static final VarHandle PICTURE;
  private static final VarHandle THUMBNAIL;
  private static final VarHandle DAY;
  private static final VarHandle TIME;
  private static final VarHandle MOMENT;
  private static final VarHandle PAUSE;
  private static final VarHandle REST;
  private static final VarHandle SIZE;
  private static final VarHandle LARGEST;
  private static final VarHandle SHAPE;
  private static final VarHandle LENGTH;
  private static final VarHandle WORDS;
  private static final VarHandle SIZES;
  private static final VarHandle OPTIONS;
  private static final VarHandle TAGS;
  private static final VarHandle LABELS;
  private static final VarHandle FLAG;
  private static final VarHandle PARENT;
  private static final VarHandle PLACE;
  private static final VarHandle BOX;
  private static final VarHandle TYPE_;
  private static final VarHandle TYPE__;
  private static final VarHandle TYPE___;
  private static final VarHandle ID__;
  private static final VarHandle VALUE;
  private static final VarHandle COLUMN;
  private static final VarHandle ENTITY;
  private static final VarHandle CREATE;
  private static final VarHandle JAVA;
  private static final VarHandle SNAPSHOT;
  private static final MethodHandle NEW;

  static {
    try {
      var lookup = MethodHandles.privateLookupIn(Product.class, MethodHandles.lookup());
      ID_ = lookup.findVarHandle(Product.class, "id", long.class).withInvokeExactBehavior();
      NAME = lookup.findVarHandle(Product.class, "name", String.class).withInvokeExactBehavior();
      SECRET =
          lookup.findVarHandle(Product.class, "secret", String.class).withInvokeExactBehavior();
      CREATED_AT =
          lookup.findVarHandle(Product.class, "createdAt", Instant.class).withInvokeExactBehavior();
      VERSION = lookup.findVarHandle(Product.class, "version", int.class).withInvokeExactBehavior();
      ACTIVE =
          lookup.findVarHandle(Product.class, "active", boolean.class).withInvokeExactBehavior();
      KNOWN = lookup.findVarHandle(Product.class, "known", Boolean.class).withInvokeExactBehavior();
      SMALL = lookup.findVarHandle(Product.class, "small", byte.class).withInvokeExactBehavior();
      SMALLER =
          lookup.findVarHandle(Product.class, "smaller", Byte.class).withInvokeExactBehavior();
      MIDDLE = lookup.findVarHandle(Product.class, "middle", short.class).withInvokeExactBehavior();
      SHORTER =
          lookup.findVarHandle(Product.class, "shorter", Short.class).withInvokeExactBehavior();
      STOCK = lookup.findVarHandle(Product.class, "stock", Integer.class).withInvokeExactBehavior();
      TOTAL = lookup.findVarHandle(Product.class, "total", Long.class).withInvokeExactBehavior();
      HEIGHT = lookup.findVarHandle(Product.class, "height", float.class).withInvokeExactBehavior();
      WIDTH = lookup.findVarHandle(Product.class, "width", Float.class).withInvokeExactBehavior();
      WEIGHT =
          lookup.findVarHandle(Product.class, "weight", double.class).withInvokeExactBehavior();
      VOLUME =
          lookup.findVarHandle(Product.class, "volume", Double.class).withInvokeExactBehavior();
      PRICE =
          lookup.findVarHandle(Product.class, "price", BigDecimal.class).withInvokeExactBehavior();
      SERIAL =
          lookup.findVarHandle(Product.class, "serial", BigInteger.class).withInvokeExactBehavior();
      LETTER = lookup.findVarHandle(Product.class, "letter", char.class).withInvokeExactBehavior();
      INITIAL =
          lookup.findVarHandle(Product.class, "initial", Character.class).withInvokeExactBehavior();
      YEAR = lookup.findVarHandle(Product.class, "year", Year.class).withInvokeExactBehavior();
      LINK = lookup.findVarHandle(Product.class, "link", URI.class).withInvokeExactBehavior();
      TOKEN = lookup.findVarHandle(Product.class, "token", UUID.class).withInvokeExactBehavior();
      PICTURE =
          lookup.findVarHandle(Product.class, "picture", byte[].class).withInvokeExactBehavior();
      THUMBNAIL =
          lookup.findVarHandle(Product.class, "thumbnail", byte[].class).withInvokeExactBehavior();
      DAY = lookup.findVarHandle(Product.class, "day", LocalDate.class).withInvokeExactBehavior();
      TIME = lookup.findVarHandle(Product.class, "time", LocalTime.class).withInvokeExactBehavior();
      MOMENT =
          lookup.findVarHandle(Product.class, "moment", LocalDateTime.class)
              .withInvokeExactBehavior();
      PAUSE =
          lookup.findVarHandle(Product.class, "pause", Duration.class).withInvokeExactBehavior();
      REST = lookup.findVarHandle(Product.class, "rest", Duration.class).withInvokeExactBehavior();
      SIZE = lookup.findVarHandle(Product.class, "size", Size.class).withInvokeExactBehavior();
      LARGEST =
          lookup.findVarHandle(Product.class, "largest", Size.class).withInvokeExactBehavior();
      SHAPE = lookup.findVarHandle(Product.class, "shape", Size.class).withInvokeExactBehavior();
      LENGTH = lookup.findVarHandle(Product.class, "length", Size.class).withInvokeExactBehavior();
      WORDS = lookup.findVarHandle(Product.class, "words", List.class).withInvokeExactBehavior();
      SIZES = lookup.findVarHandle(Product.class, "sizes", List.class).withInvokeExactBehavior();
      OPTIONS =
          lookup.findVarHandle(Product.class, "options", Product.Options.class)
              .withInvokeExactBehavior();
      TAGS = lookup.findVarHandle(Product.class, "tags", Set.class).withInvokeExactBehavior();
      LABELS = lookup.findVarHandle(Product.class, "labels", Set.class).withInvokeExactBehavior();
      FLAG = lookup.findVarHandle(Product.class, "flag", int.class).withInvokeExactBehavior();
      PARENT = lookup.findVarHandle(Product.class, "parent", Long.class).withInvokeExactBehavior();
      PLACE =
          lookup.findVarHandle(Product.class, "place", Product.Place.class)
              .withInvokeExactBehavior();
      BOX = lookup.findVarHandle(Product.class, "box", Product.Box.class).withInvokeExactBehavior();
      TYPE_ = lookup.findVarHandle(Product.class, "type", String.class).withInvokeExactBehavior();
      TYPE__ = lookup.findVarHandle(Product.class, "TYPE", String.class).withInvokeExactBehavior();
      TYPE___ = lookup.findVarHandle(Product.class, "Type", String.class).withInvokeExactBehavior();
      ID__ = lookup.findVarHandle(Product.class, "ID", String.class).withInvokeExactBehavior();
      VALUE = lookup.findVarHandle(Product.class, "value", String.class).withInvokeExactBehavior();
      COLUMN =
          lookup.findVarHandle(Product.class, "column", String.class).withInvokeExactBehavior();
      ENTITY =
          lookup.findVarHandle(Product.class, "entity", String.class).withInvokeExactBehavior();
      CREATE =
          lookup.findVarHandle(Product.class, "create", String.class).withInvokeExactBehavior();
      JAVA = lookup.findVarHandle(Product.class, "java", String.class).withInvokeExactBehavior();
      SNAPSHOT =
          lookup.findVarHandle(Product.class, "Snapshot", String.class).withInvokeExactBehavior();
      NEW = lookup.findConstructor(Product.class, MethodType.methodType(void.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  public Product_() {
    super(
        Product.class,
        "products",
        List.of(
            id,
            name,
            secret,
            createdAt,
            version,
            active,
            known,
            small,
            smaller,
            middle,
            shorter,
            stock,
            total,
            height,
            width,
            weight,
            volume,
            price,
            serial,
            letter,
            initial,
            year,
            link,
            token,
            picture,
            thumbnail,
            day,
            time,
            moment,
            pause,
            rest,
            size,
            largest,
            shape,
            length,
            words,
            sizes,
            options,
            tags,
            labels,
            flag,
            parent,
            place.city,
            place.street,
            place.point.latitude,
            place.point.longitude,
            place.point.since,
            place.point.size,
            place.point.level,
            place.point.mark,
            place.point.site,
            place.point.depth,
            place.point.raw,
            place.point.words,
            place.flag,
            place.rent,
            box.width,
            box.height,
            type,
            TYPE,
            Type_,
            ID,
            Product_.value,
            Product_.column,
            Product_.entity,
            create,
            java,
            Snapshot_),
        EntityMapping.Constraint.unique("", name),
        EntityMapping.Constraint.index("", price),
        EntityMapping.Constraint.references(parent, Product.class, OnDelete.SET_NULL, true),
        EntityMapping.Constraint.index("", parent),
        EntityMapping.Constraint.unique("uq_size", size, box.width),
        EntityMapping.Constraint.index("ix_active", true, "active", name),
        EntityMapping.Constraint.check("ck_height", "height > 0 and secret <> '\\'"));
  }

  @Override
  public List<Renamed> renames() {
    return List.of(
        new Renamed("products", "place_city", "place_town"));
  }

  @Override
  public Product create() {
    try {
      return (Product) NEW.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // the constructor declares no checked exception
    }
  }

  @Override
  public void read(Product entity, Row row, int first) {
    ID_.set(entity, row.getLong(first));
    NAME.set(entity, row.getString(first + 1));
    SECRET.set(entity, row.getString(first + 2));
    CREATED_AT.set(entity, row.getInstant(first + 3));
    VERSION.set(entity, row.getInt(first + 4));
    ACTIVE.set(entity, row.getBoolean(first + 5));
    KNOWN.set(entity, known.read(row, first + 6));
    SMALL.set(entity, (byte) row.getInt(first + 7));
    SMALLER.set(entity, smaller.read(row, first + 8));
    MIDDLE.set(entity, (short) row.getInt(first + 9));
    SHORTER.set(entity, shorter.read(row, first + 10));
    STOCK.set(entity, stock.read(row, first + 11));
    TOTAL.set(entity, total.read(row, first + 12));
    HEIGHT.set(entity, row.getFloat(first + 13));
    WIDTH.set(entity, width.read(row, first + 14));
    WEIGHT.set(entity, row.getDouble(first + 15));
    VOLUME.set(entity, volume.read(row, first + 16));
    PRICE.set(entity, price.read(row, first + 17));
    SERIAL.set(entity, serial.read(row, first + 18));
    LETTER.set(entity, (char) Objects.requireNonNull(letter.read(row, first + 19)));
    INITIAL.set(entity, initial.read(row, first + 20));
    YEAR.set(entity, year.read(row, first + 21));
    LINK.set(entity, link.read(row, first + 22));
    TOKEN.set(entity, row.getUuid(first + 23));
    PICTURE.set(entity, row.getBytes(first + 24));
    THUMBNAIL.set(entity, row.getBytes(first + 25));
    DAY.set(entity, row.getLocalDate(first + 26));
    TIME.set(entity, row.getLocalTime(first + 27));
    MOMENT.set(entity, row.getLocalDateTime(first + 28));
    PAUSE.set(entity, pause.read(row, first + 29));
    REST.set(entity, rest.read(row, first + 30));
    SIZE.set(entity, size.read(row, first + 31));
    LARGEST.set(entity, largest.read(row, first + 32));
    SHAPE.set(entity, shape.read(row, first + 33));
    LENGTH.set(entity, length.read(row, first + 34));
    WORDS.set(entity, words.read(row, first + 35));
    SIZES.set(entity, sizes.read(row, first + 36));
    OPTIONS.set(entity, options.read(row, first + 37));
    TAGS.set(entity, tags.read(row, first + 38));
    LABELS.set(entity, labels.read(row, first + 39));
    FLAG.set(entity, (int) Objects.requireNonNull(flag.read(row, first + 40)));
    PARENT.set(entity, parent.read(row, first + 41));
    PLACE.set(entity, placeFrom(row, first + 42));
    BOX.set(entity, boxFrom(row, first + 56));
    TYPE_.set(entity, row.getString(first + 58));
    TYPE__.set(entity, row.getString(first + 59));
    TYPE___.set(entity, row.getString(first + 60));
    ID__.set(entity, row.getString(first + 61));
    VALUE.set(entity, row.getString(first + 62));
    COLUMN.set(entity, row.getString(first + 63));
    ENTITY.set(entity, row.getString(first + 64));
    CREATE.set(entity, row.getString(first + 65));
    JAVA.set(entity, row.getString(first + 66));
    SNAPSHOT.set(entity, row.getString(first + 67));
  }

  @Override
  public @Nullable Object get(Product entity, int column) {
    return switch (column) {
      case 0 -> (long) ID_.get(entity);
      case 1 -> (String) NAME.get(entity);
      case 2 -> (String) SECRET.get(entity);
      case 3 -> createdAt.type().toColumn((Instant) CREATED_AT.get(entity));
      case 4 -> (int) VERSION.get(entity);
      case 5 -> (boolean) ACTIVE.get(entity);
      case 6 -> (Boolean) KNOWN.get(entity);
      case 7 -> (int) (byte) SMALL.get(entity);
      case 8 -> smaller.type().toColumn((Byte) SMALLER.get(entity));
      case 9 -> (int) (short) MIDDLE.get(entity);
      case 10 -> shorter.type().toColumn((Short) SHORTER.get(entity));
      case 11 -> (Integer) STOCK.get(entity);
      case 12 -> (Long) TOTAL.get(entity);
      case 13 -> (float) HEIGHT.get(entity);
      case 14 -> (Float) WIDTH.get(entity);
      case 15 -> (double) WEIGHT.get(entity);
      case 16 -> (Double) VOLUME.get(entity);
      case 17 -> price.type().toColumn((BigDecimal) PRICE.get(entity));
      case 18 -> serial.type().toColumn((BigInteger) SERIAL.get(entity));
      case 19 -> letter.type().toColumn((char) LETTER.get(entity));
      case 20 -> initial.type().toColumn((Character) INITIAL.get(entity));
      case 21 -> year.type().toColumn((Year) YEAR.get(entity));
      case 22 -> link.type().toColumn((URI) LINK.get(entity));
      case 23 -> (UUID) TOKEN.get(entity);
      case 24 -> (byte[]) PICTURE.get(entity);
      case 25 -> (byte[]) THUMBNAIL.get(entity);
      case 26 -> (LocalDate) DAY.get(entity);
      case 27 -> time.type().toColumn((LocalTime) TIME.get(entity));
      case 28 -> moment.type().toColumn((LocalDateTime) MOMENT.get(entity));
      case 29 -> pause.type().toColumn((Duration) PAUSE.get(entity));
      case 30 -> rest.type().toColumn((Duration) REST.get(entity));
      case 31 -> size.type().toColumn((Size) SIZE.get(entity));
      case 32 -> largest.type().toColumn((Size) LARGEST.get(entity));
      case 33 -> shape.type().toColumn((Size) SHAPE.get(entity));
      case 34 -> length.type().toColumn((Size) LENGTH.get(entity));
      case 35 -> words.type().toColumn((List<String>) WORDS.get(entity));
      case 36 -> sizes.type().toColumn((List<Size>) SIZES.get(entity));
      case 37 -> options.type().toColumn((Product.Options) OPTIONS.get(entity));
      case 38 -> tags.type().toColumn((Set<String>) TAGS.get(entity));
      case 39 -> labels.type().toColumn((Set<String>) LABELS.get(entity));
      case 40 -> flag.type().toColumn((int) FLAG.get(entity));
      case 41 -> (Long) PARENT.get(entity);
      case 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55 ->
          placeValue(placeOf(entity), column);
      case 56, 57 -> boxValue(boxOf(entity), column);
      case 58 -> (String) TYPE_.get(entity);
      case 59 -> (String) TYPE__.get(entity);
      case 60 -> (String) TYPE___.get(entity);
      case 61 -> (String) ID__.get(entity);
      case 62 -> (String) VALUE.get(entity);
      case 63 -> (String) COLUMN.get(entity);
      case 64 -> (String) ENTITY.get(entity);
      case 65 -> (String) CREATE.get(entity);
      case 66 -> (String) JAVA.get(entity);
      case 67 -> (String) SNAPSHOT.get(entity);
      default -> throw new IndexOutOfBoundsException(column);
    };
  }

  @Override
  public void set(Product entity, int column, @Nullable Object value) {
    switch (column) {
      case 0 -> ID_.set(entity, (long) Objects.requireNonNull(value));
      case 1 -> NAME.set(entity, (String) value);
      case 2 -> SECRET.set(entity, (String) value);
      case 3 -> CREATED_AT.set(entity, (Instant) value);
      case 4 -> VERSION.set(entity, (int) Objects.requireNonNull(value));
      case 5 -> ACTIVE.set(entity, (boolean) Objects.requireNonNull(value));
      case 6 -> KNOWN.set(entity, (Boolean) value);
      case 7 -> SMALL.set(entity, (byte) (int) Objects.requireNonNull(value));
      case 8 -> {
        Byte attribute = value == null ? null : (byte) (int) value;
        SMALLER.set(entity, attribute);
      }
      case 9 -> MIDDLE.set(entity, (short) (int) Objects.requireNonNull(value));
      case 10 -> {
        Short attribute = value == null ? null : (short) (int) value;
        SHORTER.set(entity, attribute);
      }
      case 11 -> STOCK.set(entity, (Integer) value);
      case 12 -> TOTAL.set(entity, (Long) value);
      case 13 -> HEIGHT.set(entity, (float) Objects.requireNonNull(value));
      case 14 -> WIDTH.set(entity, (Float) value);
      case 15 -> WEIGHT.set(entity, (double) Objects.requireNonNull(value));
      case 16 -> VOLUME.set(entity, (Double) value);
      case 17 -> PRICE.set(entity, (BigDecimal) value);
      case 18 -> {
        BigInteger attribute = value == null ? null : Type.integer(20).fromColumn(value);
        SERIAL.set(entity, attribute);
      }
      case 19 ->
          LETTER.set(entity, (char) Type.CHARACTER.fromColumn(Objects.requireNonNull(value)));
      case 20 -> {
        Character attribute = value == null ? null : Type.CHARACTER.fromColumn(value);
        INITIAL.set(entity, attribute);
      }
      case 21 -> {
        Year attribute = value == null ? null : Type.YEAR.fromColumn(value);
        YEAR.set(entity, attribute);
      }
      case 22 -> {
        URI attribute = value == null ? null : Type.URI.fromColumn(value);
        LINK.set(entity, attribute);
      }
      case 23 -> TOKEN.set(entity, (UUID) value);
      case 24 -> PICTURE.set(entity, (byte[]) value);
      case 25 -> THUMBNAIL.set(entity, (byte[]) value);
      case 26 -> DAY.set(entity, (LocalDate) value);
      case 27 -> TIME.set(entity, (LocalTime) value);
      case 28 -> MOMENT.set(entity, (LocalDateTime) value);
      case 29 -> {
        Duration attribute = value == null ? null : Type.DURATION.fromColumn(value);
        PAUSE.set(entity, attribute);
      }
      case 30 -> {
        Duration attribute = value == null ? null : Type.DURATION.fromColumn(value);
        REST.set(entity, attribute);
      }
      case 31 -> {
        Size attribute = value == null ? null : Size.valueOf((String) value);
        SIZE.set(entity, attribute);
      }
      case 32 -> {
        Size attribute = value == null ? null : Size.valueOf((String) value);
        LARGEST.set(entity, attribute);
      }
      case 33 -> {
        Size attribute = value == null ? null : Size.valueOf((String) value);
        SHAPE.set(entity, attribute);
      }
      case 34 -> {
        Size attribute = value == null ? null : Size.valueOf((String) value);
        LENGTH.set(entity, attribute);
      }
      case 35 -> {
        List<String> attribute = value == null ? null : Type.list(Type.TEXT).fromColumn(value);
        WORDS.set(entity, attribute);
      }
      case 36 -> {
        List<Size> attribute =
            value == null ? null : Type.list(Type.enumeration(Size.class)).fromColumn(value);
        SIZES.set(entity, attribute);
      }
      case 37 -> {
        Product.Options attribute =
            value == null ? null : Type.json(JsonTypes.PRODUCT_OPTIONS).fromColumn(value);
        OPTIONS.set(entity, attribute);
      }
      case 38 -> {
        Set<String> attribute =
            value == null ? null : new Product.Words().toAttribute((String) value);
        TAGS.set(entity, attribute);
      }
      case 39 -> {
        Set<String> attribute =
            value == null ? null : new Product.Words().toAttribute((String) value);
        LABELS.set(entity, attribute);
      }
      case 40 ->
          FLAG.set(
              entity,
              (int) new Product.Flag().toAttribute((Boolean) Objects.requireNonNull(value)));
      case 41 -> PARENT.set(entity, (Long) value);
      case 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55 ->
          PLACE.set(entity, placeWith(placeOf(entity), column, value));
      case 56, 57 -> BOX.set(entity, boxWith(boxOf(entity), column, value));
      case 58 -> TYPE_.set(entity, (String) value);
      case 59 -> TYPE__.set(entity, (String) value);
      case 60 -> TYPE___.set(entity, (String) value);
      case 61 -> ID__.set(entity, (String) value);
      case 62 -> VALUE.set(entity, (String) value);
      case 63 -> COLUMN.set(entity, (String) value);
      case 64 -> ENTITY.set(entity, (String) value);
      case 65 -> CREATE.set(entity, (String) value);
      case 66 -> JAVA.set(entity, (String) value);
      case 67 -> SNAPSHOT.set(entity, (String) value);
      default -> throw new IndexOutOfBoundsException(column);
    }
  }

  @Override
  public Object snapshot(Product entity) {
    return new Snapshot(entity);
  }

  @Override
  public void changes(Product entity, Object snapshot, BitSet changed) {
    var before = (Snapshot) snapshot;
    if (before.id != (long) ID_.get(entity)) {
      changed.set(0);
    }
    if (!Objects.equals(before.name, (String) NAME.get(entity))) {
      changed.set(1);
    }
    if (!Objects.equals(before.secret, (String) SECRET.get(entity))) {
      changed.set(2);
    }
    if (differs(createdAt, before.createdAt, (Instant) CREATED_AT.get(entity))) {
      changed.set(3);
    }
    if (before.version != (int) VERSION.get(entity)) {
      changed.set(4);
    }
    if (before.active != (boolean) ACTIVE.get(entity)) {
      changed.set(5);
    }
    if (!Objects.equals(before.known, (Boolean) KNOWN.get(entity))) {
      changed.set(6);
    }
    if (before.small != (byte) SMALL.get(entity)) {
      changed.set(7);
    }
    if (!Objects.equals(before.smaller, (Byte) SMALLER.get(entity))) {
      changed.set(8);
    }
    if (before.middle != (short) MIDDLE.get(entity)) {
      changed.set(9);
    }
    if (!Objects.equals(before.shorter, (Short) SHORTER.get(entity))) {
      changed.set(10);
    }
    if (!Objects.equals(before.stock, (Integer) STOCK.get(entity))) {
      changed.set(11);
    }
    if (!Objects.equals(before.total, (Long) TOTAL.get(entity))) {
      changed.set(12);
    }
    if (Float.compare(before.height, (float) HEIGHT.get(entity)) != 0) {
      changed.set(13);
    }
    if (!Objects.equals(before.width, (Float) WIDTH.get(entity))) {
      changed.set(14);
    }
    if (Double.compare(before.weight, (double) WEIGHT.get(entity)) != 0) {
      changed.set(15);
    }
    if (!Objects.equals(before.volume, (Double) VOLUME.get(entity))) {
      changed.set(16);
    }
    if (differs(price, before.price, (BigDecimal) PRICE.get(entity))) {
      changed.set(17);
    }
    if (differs(serial, before.serial, (BigInteger) SERIAL.get(entity))) {
      changed.set(18);
    }
    if (before.letter != (char) LETTER.get(entity)) {
      changed.set(19);
    }
    if (differs(initial, before.initial, (Character) INITIAL.get(entity))) {
      changed.set(20);
    }
    if (differs(year, before.year, (Year) YEAR.get(entity))) {
      changed.set(21);
    }
    if (differs(link, before.link, (URI) LINK.get(entity))) {
      changed.set(22);
    }
    if (!Objects.equals(before.token, (UUID) TOKEN.get(entity))) {
      changed.set(23);
    }
    if (!Arrays.equals(before.picture, (byte[]) PICTURE.get(entity))) {
      changed.set(24);
    }
    if (!Arrays.equals(before.thumbnail, (byte[]) THUMBNAIL.get(entity))) {
      changed.set(25);
    }
    if (!Objects.equals(before.day, (LocalDate) DAY.get(entity))) {
      changed.set(26);
    }
    if (differs(time, before.time, (LocalTime) TIME.get(entity))) {
      changed.set(27);
    }
    if (differs(moment, before.moment, (LocalDateTime) MOMENT.get(entity))) {
      changed.set(28);
    }
    if (differs(pause, before.pause, (Duration) PAUSE.get(entity))) {
      changed.set(29);
    }
    if (differs(rest, before.rest, (Duration) REST.get(entity))) {
      changed.set(30);
    }
    if (!Objects.equals(before.size, (Size) SIZE.get(entity))) {
      changed.set(31);
    }
    if (!Objects.equals(before.largest, (Size) LARGEST.get(entity))) {
      changed.set(32);
    }
    if (!Objects.equals(before.shape, (Size) SHAPE.get(entity))) {
      changed.set(33);
    }
    if (!Objects.equals(before.length, (Size) LENGTH.get(entity))) {
      changed.set(34);
    }
    if (!Objects.deepEquals(
        before.words,
        words.type().toColumn((List<String>) WORDS.get(entity)))) {
      changed.set(35);
    }
    if (!Objects.deepEquals(before.sizes, sizes.type().toColumn((List<Size>) SIZES.get(entity)))) {
      changed.set(36);
    }
    if (!Objects.deepEquals(
        before.options,
        options.type().toColumn((Product.Options) OPTIONS.get(entity)))) {
      changed.set(37);
    }
    if (!Objects.deepEquals(before.tags, tags.type().toColumn((Set<String>) TAGS.get(entity)))) {
      changed.set(38);
    }
    if (!Objects.deepEquals(
        before.labels,
        labels.type().toColumn((Set<String>) LABELS.get(entity)))) {
      changed.set(39);
    }
    if (!Objects.deepEquals(before.flag, flag.type().toColumn((int) FLAG.get(entity)))) {
      changed.set(40);
    }
    if (!Objects.equals(before.parent, (Long) PARENT.get(entity))) {
      changed.set(41);
    }
    placeChanges(before.place, placeOf(entity), changed);
    boxChanges(before.box, boxOf(entity), changed);
    if (!Objects.equals(before.type, (String) TYPE_.get(entity))) {
      changed.set(58);
    }
    if (!Objects.equals(before.TYPE, (String) TYPE__.get(entity))) {
      changed.set(59);
    }
    if (!Objects.equals(before.Type, (String) TYPE___.get(entity))) {
      changed.set(60);
    }
    if (!Objects.equals(before.ID, (String) ID__.get(entity))) {
      changed.set(61);
    }
    if (!Objects.equals(before.value, (String) VALUE.get(entity))) {
      changed.set(62);
    }
    if (!Objects.equals(before.column, (String) COLUMN.get(entity))) {
      changed.set(63);
    }
    if (!Objects.equals(before.entity, (String) ENTITY.get(entity))) {
      changed.set(64);
    }
    if (!Objects.equals(before.create, (String) CREATE.get(entity))) {
      changed.set(65);
    }
    if (!Objects.equals(before.java, (String) JAVA.get(entity))) {
      changed.set(66);
    }
    if (!Objects.equals(before.Snapshot, (String) SNAPSHOT.get(entity))) {
      changed.set(67);
    }
  }

  @Override
  public void restore(Product entity, Object snapshot) {
    var before = (Snapshot) snapshot;
    ID_.set(entity, before.id);
    NAME.set(entity, before.name);
    SECRET.set(entity, before.secret);
    CREATED_AT.set(entity, before.createdAt);
    VERSION.set(entity, before.version);
    ACTIVE.set(entity, before.active);
    KNOWN.set(entity, before.known);
    SMALL.set(entity, before.small);
    SMALLER.set(entity, before.smaller);
    MIDDLE.set(entity, before.middle);
    SHORTER.set(entity, before.shorter);
    STOCK.set(entity, before.stock);
    TOTAL.set(entity, before.total);
    HEIGHT.set(entity, before.height);
    WIDTH.set(entity, before.width);
    WEIGHT.set(entity, before.weight);
    VOLUME.set(entity, before.volume);
    PRICE.set(entity, before.price);
    SERIAL.set(entity, before.serial);
    LETTER.set(entity, before.letter);
    INITIAL.set(entity, before.initial);
    YEAR.set(entity, before.year);
    LINK.set(entity, before.link);
    TOKEN.set(entity, before.token);
    PICTURE.set(entity, copy(before.picture));
    THUMBNAIL.set(entity, copy(before.thumbnail));
    DAY.set(entity, before.day);
    TIME.set(entity, before.time);
    MOMENT.set(entity, before.moment);
    PAUSE.set(entity, before.pause);
    REST.set(entity, before.rest);
    SIZE.set(entity, before.size);
    LARGEST.set(entity, before.largest);
    SHAPE.set(entity, before.shape);
    LENGTH.set(entity, before.length);
    {
      List<String> attribute =
          before.words == null ? null : Type.list(Type.TEXT).fromColumn(before.words);
      WORDS.set(entity, attribute);
    }
    {
      List<Size> attribute =
          before.sizes == null
              ? null
              : Type.list(Type.enumeration(Size.class)).fromColumn(before.sizes);
      SIZES.set(entity, attribute);
    }
    {
      Product.Options attribute =
          before.options == null
              ? null
              : Type.json(JsonTypes.PRODUCT_OPTIONS).fromColumn(before.options);
      OPTIONS.set(entity, attribute);
    }
    {
      Set<String> attribute =
          before.tags == null ? null : new Product.Words().toAttribute((String) before.tags);
      TAGS.set(entity, attribute);
    }
    {
      Set<String> attribute =
          before.labels == null ? null : new Product.Words().toAttribute((String) before.labels);
      LABELS.set(entity, attribute);
    }
    FLAG.set(
        entity,
        (int) new Product.Flag().toAttribute((Boolean) Objects.requireNonNull(before.flag)));
    PARENT.set(entity, before.parent);
    PLACE.set(entity, before.place);
    BOX.set(entity, before.box);
    TYPE_.set(entity, before.type);
    TYPE__.set(entity, before.TYPE);
    TYPE___.set(entity, before.Type);
    ID__.set(entity, before.ID);
    VALUE.set(entity, before.value);
    COLUMN.set(entity, before.column);
    ENTITY.set(entity, before.entity);
    CREATE.set(entity, before.create);
    JAVA.set(entity, before.java);
    SNAPSHOT.set(entity, before.Snapshot);
  }

  private static Product.@Nullable Place placeOf(Product entity) {
    return (Product.Place) PLACE.get(entity);
  }

  @SuppressWarnings("NullAway") // the schema keeps NULL out
  private static Product.Place placeFrom(Row row, int first) {
    return new Product.Place(
        row.getString(first),
        row.getString(first + 1),
        placePointFrom(row, first + 2),
        (int) Objects.requireNonNull(place.flag.read(row, first + 12)),
        place.rent.read(row, first + 13));
  }

  private static @Nullable Object placeValue(Product.@Nullable Place part, int column) {
    if (part == null) {
      return null;
    }
    return switch (column) {
      case 42 -> part.city();
      case 43 -> part.street();
      case 44, 45, 46, 47, 48, 49, 50, 51, 52, 53 -> placePointValue(part.point(), column);
      case 54 -> place.flag.type().toColumn(part.flag());
      case 55 -> place.rent.type().toColumn(part.rent());
      default -> throw new IndexOutOfBoundsException(column);
    };
  }

  @SuppressWarnings("NullAway") // the schema keeps NULL out
  private static Product.Place placeWith(
      Product.@Nullable Place old, int column, @Nullable Object value) {
    return new Product.Place(
        column == 42 ? (String) value : old == null ? null : old.city(),
        column == 43 ? (String) value : old == null ? null : old.street(),
        column >= 44 && column <= 53
            ? placePointWith(old == null ? null : old.point(), column, value)
            : old == null ? null : old.point(),
        column == 54
            ? (int) new Product.Flag().toAttribute((Boolean) Objects.requireNonNull(value))
            : old == null ? 0 : old.flag(),
        column == 55 ? (BigDecimal) value : old == null ? null : old.rent());
  }

  private static void placeChanges(
      Product.@Nullable Place before, Product.@Nullable Place now, BitSet changed) {
    if (!Objects.equals(before == null ? null : before.city(), now == null ? null : now.city())) {
      changed.set(42);
    }
    if (!Objects.equals(
        before == null ? null : before.street(),
        now == null ? null : now.street())) {
      changed.set(43);
    }
    placePointChanges(
        before == null ? null : before.point(),
        now == null ? null : now.point(),
        changed);
    if (differs(
        place.flag,
        before == null ? null : before.flag(),
        now == null ? null : now.flag())) {
      changed.set(54);
    }
    if (differs(
        place.rent,
        before == null ? null : before.rent(),
        now == null ? null : now.rent())) {
      changed.set(55);
    }
  }

  @SuppressWarnings("NullAway") // the schema keeps NULL out
  private static Product.Point placePointFrom(Row row, int first) {
    return new Product.Point(
        row.getDouble(first),
        row.getDouble(first + 1),
        row.getInstant(first + 2),
        place.point.size.read(row, first + 3),
        (byte) row.getInt(first + 4),
        (char) Objects.requireNonNull(place.point.mark.read(row, first + 5)),
        place.point.site.read(row, first + 6),
        place.point.depth.read(row, first + 7),
        row.getBytes(first + 8),
        place.point.words.read(row, first + 9));
  }

  private static @Nullable Object placePointValue(Product.@Nullable Point part, int column) {
    if (part == null) {
      return null;
    }
    return switch (column) {
      case 44 -> part.latitude();
      case 45 -> part.longitude();
      case 46 -> place.point.since.type().toColumn(part.since());
      case 47 -> place.point.size.type().toColumn(part.size());
      case 48 -> (int) part.level();
      case 49 -> place.point.mark.type().toColumn(part.mark());
      case 50 -> place.point.site.type().toColumn(part.site());
      case 51 -> place.point.depth.type().toColumn(part.depth());
      case 52 -> part.raw();
      case 53 -> place.point.words.type().toColumn(part.words());
      default -> throw new IndexOutOfBoundsException(column);
    };
  }

  @SuppressWarnings("NullAway") // the schema keeps NULL out
  private static Product.Point placePointWith(
      Product.@Nullable Point old, int column, @Nullable Object value) {
    return new Product.Point(
        column == 44 ? (double) Objects.requireNonNull(value) : old == null ? 0 : old.latitude(),
        column == 45 ? (double) Objects.requireNonNull(value) : old == null ? 0 : old.longitude(),
        column == 46 ? (Instant) value : old == null ? null : old.since(),
        column == 47
            ? (value == null ? null : Size.valueOf((String) value))
            : old == null ? null : old.size(),
        column == 48 ? (byte) (int) Objects.requireNonNull(value) : old == null ? 0 : old.level(),
        column == 49
            ? (char) Type.CHARACTER.fromColumn(Objects.requireNonNull(value))
            : old == null ? 0 : old.mark(),
        column == 50
            ? (value == null ? null : Type.URI.fromColumn(value))
            : old == null ? null : old.site(),
        column == 51
            ? (value == null ? null : (short) (int) value)
            : old == null ? null : old.depth(),
        column == 52 ? (byte[]) value : old == null ? null : old.raw(),
        column == 53
            ? (value == null ? null : new Product.Words().toAttribute((String) value))
            : old == null ? null : old.words());
  }

  private static void placePointChanges(
      Product.@Nullable Point before, Product.@Nullable Point now, BitSet changed) {
    if (!Objects.equals(
        before == null ? null : before.latitude(),
        now == null ? null : now.latitude())) {
      changed.set(44);
    }
    if (!Objects.equals(
        before == null ? null : before.longitude(),
        now == null ? null : now.longitude())) {
      changed.set(45);
    }
    if (differs(
        place.point.since,
        before == null ? null : before.since(),
        now == null ? null : now.since())) {
      changed.set(46);
    }
    if (!Objects.equals(before == null ? null : before.size(), now == null ? null : now.size())) {
      changed.set(47);
    }
    if (!Objects.equals(before == null ? null : before.level(), now == null ? null : now.level())) {
      changed.set(48);
    }
    if (differs(
        place.point.mark,
        before == null ? null : before.mark(),
        now == null ? null : now.mark())) {
      changed.set(49);
    }
    if (differs(
        place.point.site,
        before == null ? null : before.site(),
        now == null ? null : now.site())) {
      changed.set(50);
    }
    if (!Objects.equals(before == null ? null : before.depth(), now == null ? null : now.depth())) {
      changed.set(51);
    }
    if (!Arrays.equals(before == null ? null : before.raw(), now == null ? null : now.raw())) {
      changed.set(52);
    }
    if (differs(
        place.point.words,
        before == null ? null : before.words(),
        now == null ? null : now.words())) {
      changed.set(53);
    }
  }

  private static Product.@Nullable Box boxOf(Product entity) {
    return (Product.Box) BOX.get(entity);
  }

  private static Product.@Nullable Box boxFrom(Row row, int first) {
    if (row.isNull(first)
        && row.isNull(first + 1)) {
      return null;
    }
    return new Product.Box(
        row.getInt(first),
        box.height.read(row, first + 1));
  }

  private static @Nullable Object boxValue(Product.@Nullable Box part, int column) {
    if (part == null) {
      return null;
    }
    return switch (column) {
      case 56 -> part.width();
      case 57 -> part.height();
      default -> throw new IndexOutOfBoundsException(column);
    };
  }

  private static Product.Box boxWith(
      Product.@Nullable Box old, int column, @Nullable Object value) {
    return new Product.Box(
        column == 56
            ? (value == null ? 0 : (int) Objects.requireNonNull(value))
            : old == null ? 0 : old.width(),
        column == 57 ? (Integer) value : old == null ? null : old.height());
  }

  private static void boxChanges(
      Product.@Nullable Box before, Product.@Nullable Box now, BitSet changed) {
    if (!Objects.equals(before == null ? null : before.width(), now == null ? null : now.width())) {
      changed.set(56);
    }
    if (!Objects.equals(
        before == null ? null : before.height(),
        now == null ? null : now.height())) {
      changed.set(57);
    }
  }

  /// The columns of `place`.
  public static final class PlaceColumns {
    public final Column.Text<Product> city =
        new Column.Text<>(
            Column.Attribute.of(Product.class, "products", "place.city", "place_city", Type.TEXT));
    public final Column.Text<Product> street =
        new Column.Text<>(
            Column.Attribute.of(
                    Product.class,
                    "products",
                    "place.street",
                    "place_street",
                    Type.TEXT)
                .asNullable());
    public final PlacePointColumns point = new PlacePointColumns();
    public final Column.Value<Product, Integer> flag =
        new Column.Value<>(
            Column.Attribute.of(
                Product.class,
                "products",
                "place.flag",
                "place_flag",
                Type.converted(Integer.class, new Product.Flag(), Type.BOOLEAN)));
    public final Column.Numeric<Product, BigDecimal> rent =
        new Column.Numeric<>(
            Column.Attribute.of(
                Product.class,
                "products",
                "place.rent",
                "place_rent",
                Type.decimal(9, 0)));

    private PlaceColumns() {}
  }

  /// The columns of `place.point`.
  public static final class PlacePointColumns {
    public final Column.Numeric<Product, Double> latitude =
        new Column.Numeric<>(
            Column.Attribute.of(
                Product.class,
                "products",
                "place.point.latitude",
                "place_point_latitude",
                Type.DOUBLE));
    public final Column.Numeric<Product, Double> longitude =
        new Column.Numeric<>(
            Column.Attribute.of(
                Product.class,
                "products",
                "place.point.longitude",
                "place_point_longitude",
                Type.DOUBLE));
    public final Column.Ordered<Product, Instant> since =
        new Column.Ordered<>(
            Column.Attribute.of(
                    Product.class,
                    "products",
                    "place.point.since",
                    "place_point_since",
                    Type.INSTANT)
                .asNullable());
    public final Column.Ordered<Product, Size> size =
        new Column.Ordered<>(
            Column.Attribute.of(
                Product.class,
                "products",
                "place.point.size",
                "place_point_size",
                Type.enumeration(Size.class)));
    public final Column.Numeric<Product, Byte> level =
        new Column.Numeric<>(
            Column.Attribute.of(
                Product.class,
                "products",
                "place.point.level",
                "place_point_level",
                Type.BYTE));
    public final Column.Ordered<Product, Character> mark =
        new Column.Ordered<>(
            Column.Attribute.of(
                Product.class,
                "products",
                "place.point.mark",
                "place_point_mark",
                Type.CHARACTER));
    public final Column.Value<Product, URI> site =
        new Column.Value<>(
            Column.Attribute.of(
                    Product.class,
                    "products",
                    "place.point.site",
                    "place_point_site",
                    Type.URI)
                .asNullable());
    public final Column.Numeric<Product, Short> depth =
        new Column.Numeric<>(
            Column.Attribute.of(
                    Product.class,
                    "products",
                    "place.point.depth",
                    "place_point_depth",
                    Type.SHORT)
                .asNullable());
    public final Column.Value<Product, byte[]> raw =
        new Column.Value<>(
            Column.Attribute.of(
                Product.class,
                "products",
                "place.point.raw",
                "place_point_raw",
                Type.BYTES));
    public final Column.Ordered<Product, Set<String>> words =
        new Column.Ordered<>(
            Column.Attribute.of(
                Product.class,
                "products",
                "place.point.words",
                "place_point_words",
                PLACE_POINT_WORDS_TYPE));

    private PlacePointColumns() {}
  }

  /// The columns of `box`.
  public static final class BoxColumns {
    public final Column.Numeric<Product, Integer> width =
        new Column.Numeric<>(
            Column.Attribute.of(Product.class, "products", "box.width", "box_width", Type.INTEGER)
                .asNullable());
    public final Column.Numeric<Product, Integer> height =
        new Column.Numeric<>(
            Column.Attribute.of(Product.class, "products", "box.height", "box_height", Type.INTEGER)
                .asNullable());

    private BoxColumns() {}
  }

  /// The table under another name, for queries that name it twice.
  public static Columns<Product> as(String alias) {
    return new Columns<>(alias);
  }

  /// The columns of `products` by a path, or by another name of the table.
  public static final class Columns<R> extends Path.ToOne<R, Product> {
    public final NumberExpression<Long> id = number("id", Type.LONG);
    public final TextExpression name = text("name", Type.varchar(64));
    public final TextExpression secret = text("secret", Type.TEXT);
    public final OrderedExpression<Instant> createdAt = ordered("created_at", Type.INSTANT);
    public final NumberExpression<Integer> version = number("version", Type.INTEGER);
    public final Expression<Boolean> active = value("active", Type.BOOLEAN);
    public final Expression<Boolean> known = value("known", Type.BOOLEAN);
    public final NumberExpression<Byte> small = number("small", Type.BYTE);
    public final NumberExpression<Byte> smaller = number("smaller", Type.BYTE);
    public final NumberExpression<Short> middle = number("middle", Type.SHORT);
    public final NumberExpression<Short> shorter = number("shorter", Type.SHORT);
    public final NumberExpression<Integer> stock = number("stock", Type.INTEGER);
    public final NumberExpression<Long> total = number("total", Type.LONG);
    public final NumberExpression<Float> height = number("height", Type.FLOAT);
    public final NumberExpression<Float> width = number("width", Type.FLOAT);
    public final NumberExpression<Double> weight = number("weight", Type.DOUBLE);
    public final NumberExpression<Double> volume = number("volume", Type.DOUBLE);
    public final NumberExpression<BigDecimal> price = number("price", Type.decimal(12, 2));
    public final NumberExpression<BigInteger> serial = number("serial", Type.integer(20));
    public final OrderedExpression<Character> letter = ordered("letter", Type.CHARACTER);
    public final OrderedExpression<Character> initial = ordered("initial", Type.CHARACTER);
    public final OrderedExpression<Year> year = ordered("year", Type.YEAR);
    public final Expression<URI> link = value("link", Type.URI);
    public final OrderedExpression<UUID> token = ordered("token", Type.UUID);
    public final Expression<byte[]> picture = value("picture", Type.BYTES);
    public final Expression<byte[]> thumbnail = value("thumbnail", Type.BYTES);
    public final OrderedExpression<LocalDate> day = ordered("day", Type.LOCAL_DATE);
    public final OrderedExpression<LocalTime> time = ordered("time", Type.LOCAL_TIME);
    public final OrderedExpression<LocalDateTime> moment = ordered("moment", Type.LOCAL_DATE_TIME);
    public final OrderedExpression<Duration> pause = ordered("pause", Type.DURATION);
    public final OrderedExpression<Duration> rest = ordered("rest", Type.DURATION);
    public final OrderedExpression<Size> size = ordered("size", Type.enumeration(Size.class));
    public final OrderedExpression<Size> largest = ordered("largest", Type.enumeration(Size.class));
    public final OrderedExpression<Size> shape =
        ordered("shape", Type.nativeEnum(Size.class, "size"));
    public final OrderedExpression<Size> length =
        ordered("length", Type.nativeEnum(Size.class, "length"));
    public final Expression.ListExpression<String> words = list("words", Type.list(Type.TEXT));
    public final Expression.ListExpression<Size> sizes =
        list("sizes", Type.list(Type.enumeration(Size.class)));
    public final Expression.JsonExpression<Product.Options> options =
        json("options", Type.json(JsonTypes.PRODUCT_OPTIONS));
    public final OrderedExpression<Set<String>> tags =
        ordered(
            "tags",
            Type.converted(
                (Class<Set<String>>) (Class<?>) Set.class,
                new Product.Words(),
                Type.TEXT));
    public final OrderedExpression<Set<String>> labels =
        ordered(
            "labels",
            Type.converted(
                (Class<Set<String>>) (Class<?>) Set.class,
                new Product.Words(),
                Type.TEXT));
    public final Expression<Integer> flag =
        value("flag", Type.converted(Integer.class, new Product.Flag(), Type.BOOLEAN));
    public final NumberExpression<Long> parent = number("parent", Type.LONG);
    public final PlaceColumns place = new PlaceColumns();
    public final BoxColumns box = new BoxColumns();
    public final TextExpression type = text("type", Type.TEXT);
    public final TextExpression TYPE = text("upper_type", Type.TEXT);
    public final TextExpression Type_ = text("big_type", Type.TEXT);
    public final TextExpression ID = text("big_id", Type.TEXT);
    public final TextExpression value = text("value", Type.TEXT);
    public final TextExpression column = text("column", Type.TEXT);
    public final TextExpression entity = text("entity", Type.TEXT);
    public final TextExpression create = text("create", Type.TEXT);
    public final TextExpression java = text("java", Type.TEXT);
    public final TextExpression Snapshot_ = text("snapshot", Type.TEXT);

    public Columns(Association.One<R, Product> association) {
      super(association);
    }

    public <M> Columns(Path.ToOne<R, M> before, Association.One<M, Product> association) {
      super(before, association);
    }

    private Columns(String alias) {
      super("products", alias);
    }

    /// The columns of `place`.
    public final class PlaceColumns {
      public final TextExpression city = text("place_city", Type.TEXT);
      public final TextExpression street = text("place_street", Type.TEXT);
      public final PlacePointColumns point = new PlacePointColumns();
      public final Expression<Integer> flag =
          value("place_flag", Type.converted(Integer.class, new Product.Flag(), Type.BOOLEAN));
      public final NumberExpression<BigDecimal> rent = number("place_rent", Type.decimal(9, 0));

      private PlaceColumns() {}
    }

    /// The columns of `place.point`.
    public final class PlacePointColumns {
      public final NumberExpression<Double> latitude = number("place_point_latitude", Type.DOUBLE);
      public final NumberExpression<Double> longitude =
          number("place_point_longitude", Type.DOUBLE);
      public final OrderedExpression<Instant> since = ordered("place_point_since", Type.INSTANT);
      public final OrderedExpression<Size> size =
          ordered("place_point_size", Type.enumeration(Size.class));
      public final NumberExpression<Byte> level = number("place_point_level", Type.BYTE);
      public final OrderedExpression<Character> mark = ordered("place_point_mark", Type.CHARACTER);
      public final Expression<URI> site = value("place_point_site", Type.URI);
      public final NumberExpression<Short> depth = number("place_point_depth", Type.SHORT);
      public final Expression<byte[]> raw = value("place_point_raw", Type.BYTES);
      public final OrderedExpression<Set<String>> words =
          ordered(
              "place_point_words",
              Type.converted(
                  (Class<Set<String>>) (Class<?>) Set.class,
                  new Product.Words(),
                  Type.TEXT));

      private PlacePointColumns() {}
    }

    /// The columns of `box`.
    public final class BoxColumns {
      public final NumberExpression<Integer> width = number("box_width", Type.INTEGER);
      public final NumberExpression<Integer> height = number("box_height", Type.INTEGER);

      private BoxColumns() {}
    }
  }

  private static final class JsonTypes {
    static final JsonType<Product.Hint> PRODUCT_HINT =
        JsonType.record(
            Product.Hint.class,
            parts -> new Product.Hint((BigDecimal) parts[0], (int) parts[1]),
            JsonType.optional("weight", Product.Hint::weight, JsonType.DECIMAL),
            JsonType.part(
                "flag",
                Product.Hint::flag,
                JsonType.of(Type.converted(Integer.class, new Product.Flag(), Type.BOOLEAN))));
    static final JsonType<Product.Options> PRODUCT_OPTIONS =
        JsonType.record(
            Product.Options.class,
            parts -> new Product.Options(
                (List<String>) parts[0],
                (int) parts[1],
                (Size) parts[2],
                (Product.Hint) parts[3]),
            JsonType.part("words", Product.Options::words, JsonType.list(JsonType.of(Type.TEXT))),
            JsonType.part("depth", Product.Options::depth, JsonType.of(Type.INTEGER)),
            JsonType.optional(
                "size",
                Product.Options::size,
                JsonType.of(Type.enumeration(Size.class))),
            JsonType.optional("hint", Product.Options::hint, JsonTypes.PRODUCT_HINT));
  }

  private static final class Snapshot {
    final long id;
    final String name;
    final String secret;
    final Instant createdAt;
    final int version;
    final boolean active;
    final @Nullable Boolean known;
    final byte small;
    final @Nullable Byte smaller;
    final short middle;
    final @Nullable Short shorter;
    final @Nullable Integer stock;
    final @Nullable Long total;
    final float height;
    final @Nullable Float width;
    final double weight;
    final @Nullable Double volume;
    final BigDecimal price;
    final BigInteger serial;
    final char letter;
    final @Nullable Character initial;
    final Year year;
    final @Nullable URI link;
    final UUID token;
    final byte @Nullable [] picture;
    final byte @Nullable [] thumbnail;
    final LocalDate day;
    final LocalTime time;
    final LocalDateTime moment;
    final Duration pause;
    final @Nullable Duration rest;
    final Size size;
    final @Nullable Size largest;
    final Size shape;
    final @Nullable Size length;
    final @Nullable Object words;
    final @Nullable Object sizes;
    final @Nullable Object options;
    final @Nullable Object tags;
    final @Nullable Object labels;
    final @Nullable Object flag;
    final @Nullable Long parent;
    final Product.@Nullable Place place;
    final Product.@Nullable Box box;
    final String type;
    final String TYPE;
    final String Type;
    final String ID;
    final String value;
    final String column;
    final String entity;
    final String create;
    final String java;
    final String Snapshot;

    Snapshot(Product entity) {
      this.id = (long) ID_.get(entity);
      this.name = (String) NAME.get(entity);
      this.secret = (String) SECRET.get(entity);
      this.createdAt = (Instant) CREATED_AT.get(entity);
      this.version = (int) VERSION.get(entity);
      this.active = (boolean) ACTIVE.get(entity);
      this.known = (Boolean) KNOWN.get(entity);
      this.small = (byte) SMALL.get(entity);
      this.smaller = (Byte) SMALLER.get(entity);
      this.middle = (short) MIDDLE.get(entity);
      this.shorter = (Short) SHORTER.get(entity);
      this.stock = (Integer) STOCK.get(entity);
      this.total = (Long) TOTAL.get(entity);
      this.height = (float) HEIGHT.get(entity);
      this.width = (Float) WIDTH.get(entity);
      this.weight = (double) WEIGHT.get(entity);
      this.volume = (Double) VOLUME.get(entity);
      this.price = (BigDecimal) PRICE.get(entity);
      this.serial = (BigInteger) SERIAL.get(entity);
      this.letter = (char) LETTER.get(entity);
      this.initial = (Character) INITIAL.get(entity);
      this.year = (Year) YEAR.get(entity);
      this.link = (URI) LINK.get(entity);
      this.token = (UUID) TOKEN.get(entity);
      this.picture = copy((byte[]) PICTURE.get(entity));
      this.thumbnail = copy((byte[]) THUMBNAIL.get(entity));
      this.day = (LocalDate) DAY.get(entity);
      this.time = (LocalTime) TIME.get(entity);
      this.moment = (LocalDateTime) MOMENT.get(entity);
      this.pause = (Duration) PAUSE.get(entity);
      this.rest = (Duration) REST.get(entity);
      this.size = (Size) SIZE.get(entity);
      this.largest = (Size) LARGEST.get(entity);
      this.shape = (Size) SHAPE.get(entity);
      this.length = (Size) LENGTH.get(entity);
      this.words = Product_.words.type().toColumn((List<String>) WORDS.get(entity));
      this.sizes = Product_.sizes.type().toColumn((List<Size>) SIZES.get(entity));
      this.options = Product_.options.type().toColumn((Product.Options) OPTIONS.get(entity));
      this.tags = Product_.tags.type().toColumn((Set<String>) TAGS.get(entity));
      this.labels = Product_.labels.type().toColumn((Set<String>) LABELS.get(entity));
      this.flag = Product_.flag.type().toColumn((int) FLAG.get(entity));
      this.parent = (Long) PARENT.get(entity);
      this.place = (Product.Place) PLACE.get(entity);
      this.box = (Product.Box) BOX.get(entity);
      this.type = (String) TYPE_.get(entity);
      this.TYPE = (String) TYPE__.get(entity);
      this.Type = (String) TYPE___.get(entity);
      this.ID = (String) ID__.get(entity);
      this.value = (String) VALUE.get(entity);
      this.column = (String) COLUMN.get(entity);
      this.entity = (String) ENTITY.get(entity);
      this.create = (String) CREATE.get(entity);
      this.java = (String) JAVA.get(entity);
      this.Snapshot = (String) SNAPSHOT.get(entity);
    }
  }
}
