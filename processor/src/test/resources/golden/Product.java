package shop;

import dev.ambix.mapping.Check;
import dev.ambix.mapping.ColumnName;
import dev.ambix.mapping.Convert;
import dev.ambix.mapping.CreatedAt;
import dev.ambix.mapping.Default;
import dev.ambix.mapping.Embedded;
import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Index;
import dev.ambix.mapping.Json;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Native;
import dev.ambix.mapping.Precision;
import dev.ambix.mapping.Projection;
import dev.ambix.mapping.References;
import dev.ambix.mapping.RenamedFrom;
import dev.ambix.mapping.Sensitive;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Transient;
import dev.ambix.mapping.Unique;
import dev.ambix.mapping.Version;
import dev.ambix.schema.OnDelete;
import dev.ambix.type.Converter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table("products")
@Unique(value = {"size", "box.width"}, name = "uq_size")
@Index(value = "name", unique = true, where = "active", name = "ix_active")
@Check(name = "ck_height", sql = "height > 0 and secret <> '\\'")
public final class Product {
  @Id @Generated private long id;
  @Unique @Length(64) private String name;
  @Sensitive private String secret;
  @CreatedAt private Instant createdAt;
  @Version private int version;

  private boolean active;
  private @Nullable Boolean known;
  private byte small;
  private @Nullable Byte smaller;
  private short middle;
  private @Nullable Short shorter;
  private @Nullable Integer stock;
  private @Nullable Long total;
  private float height;
  private @Nullable Float width;
  private double weight;
  private @Nullable Double volume;

  @Index
  @Precision(value = 12, scale = 2)
  @Default("1.50")
  private BigDecimal price;

  @Precision(20)
  private BigInteger serial;

  private char letter;
  private @Nullable Character initial;
  private Year year;
  private @Nullable URI link;
  private UUID token;
  private byte[] picture;
  private byte @Nullable [] thumbnail;
  private LocalDate day;
  private LocalTime time;
  private LocalDateTime moment;
  @Default("PT5M") private Duration pause;
  private @Nullable Duration rest;
  @Default("SMALL") private Size size;
  private @Nullable Size largest;
  @Native private Size shape;
  @Native("length") private @Nullable Size length;
  private List<String> words;
  private @Nullable List<Size> sizes;
  @Json private Options options;
  @Convert(Words.class) private Set<String> tags;
  @Convert(Words.class) private @Nullable Set<String> labels;
  @Convert(Flag.class) private int flag;

  @References(value = Product.class, onDelete = OnDelete.SET_NULL, deferred = true)
  private @Nullable Long parent;

  @Embedded private Place place;
  @Embedded private @Nullable Box box;

  // The names of generated members, of classes and of packages are names like any other.
  private String type;

  @ColumnName("upper_type")
  private String TYPE;

  @ColumnName("big_type")
  private String Type;

  @ColumnName("big_id")
  private String ID;

  private String value;
  private String column;
  private String entity;
  private String create;
  private String java;
  private String Snapshot;

  @Transient private List<String> cache = List.of();

  private Product() {}

  record Box(int width, @Nullable Integer height) {}

  record Place(
      @RenamedFrom("town") String city,
      @Nullable String street,
      @Embedded Point point,
      @Convert(Flag.class) int flag,
      @Precision(9) BigDecimal rent) {}

  record Point(
      double latitude,
      double longitude,
      @Nullable Instant since,
      Size size,
      byte level,
      char mark,
      @Nullable URI site,
      @Nullable Short depth,
      byte[] raw,
      @Convert(Words.class) Set<String> words) {}

  record Options(List<String> words, int depth, @Nullable Size size, @Nullable Hint hint) {}

  record Hint(@Nullable BigDecimal weight, @Convert(Flag.class) int flag) {}

  @Projection(of = Product.class)
  record Card(long id, Size size, Place place, @Nullable Box box, Set<String> tags) {}

  @Projection
  record Totals(
      Size size,
      long count,
      @Nullable Long maximum,
      BigDecimal sum,
      @Embedded @Nullable Box box,
      @Convert(Words.class) Set<String> words) {}

  static final class Words implements Converter<Set<String>, String> {
    @Override
    public String toColumn(Set<String> words) {
      return String.join(" ", words);
    }

    @Override
    public Set<String> toAttribute(String text) {
      return new TreeSet<>(Set.of(text.split(" ")));
    }
  }

  static final class Flag implements Converter<Integer, Boolean> {
    @Override
    public Boolean toColumn(Integer flag) {
      return flag != 0;
    }

    @Override
    public Integer toAttribute(Boolean flag) {
      return flag ? 1 : 0;
    }
  }
}
