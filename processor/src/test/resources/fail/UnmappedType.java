//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User {
  @Id private long id;
  private java.time.OffsetDateTime at; // [UnmappedType] User.at: no column has this type; got java.time.OffsetDateTime, expected a type that a column can have. Make it an Instant: columns keep no offset. Where the offset matters, keep it beside as a ZoneOffset or a ZoneId.
  private java.time.ZonedDateTime zoned; // [UnmappedType] User.zoned: no column has this type; got java.time.ZonedDateTime, expected a type that a column can have. Make it an Instant: columns keep no offset. Where the offset matters, keep it beside as a ZoneOffset or a ZoneId.
  private java.time.OffsetTime time; // [UnmappedType] User.time: no column has this type; got java.time.OffsetTime, expected a type that a column can have. Make it a LocalTime, and keep the offset beside as a ZoneOffset.
  private java.util.Date date; // [UnmappedType] User.date: no column has this type; got java.util.Date, expected a type that a column can have. Make it an Instant, or a LocalDate.
  private java.net.URL url; // [UnmappedType] User.url: no column has this type; got java.net.URL, expected a type that a column can have. Make it a URI.
  private Thread thread; // [UnmappedType] User.thread: no column has this type; got java.lang.Thread, expected a type that a column can have. Add @Convert(…) with a converter, or @Transient if it is not stored.
  private java.util.List<Address> list; // [UnmappedType] User.list: no column has this type; got java.util.List<shop.User.Address>, expected a type that a column can have. Add @Json to keep it as JSON, or @Convert(…) with a converter.
  private java.util.Map<String, String> map; // [UnmappedType] User.map: no column has this type; got java.util.Map<java.lang.String, java.lang.String>, expected a type that a column can have. Add @Json to keep it as JSON, or @Convert(…) with a converter.
  private long[] numbers; // [UnmappedType] User.numbers: no column has this type; got long[], expected a type that a column can have. Make it a List, or add @Convert(…) with a converter.
  private Post post; // [UnmappedType] User.post: no column has this type; got shop.Post, expected a type that a column can have. Make it a Ref<Post> with @ManyToOne, or keep the key: @References(Post.class) on an attribute of its type.
  private Address address; // [UnmappedType] User.address: no column has this type; got shop.User.Address, expected a type that a column can have. Add @Embedded to give each component a column, or @Json or @Convert(…) for one column.
  private Nothing nothing; // [UnmappedType] User.nothing: an enum without constants has no values; got shop.User.Nothing, expected at least one constant. Add one, or mark the field @Transient.

  record Address(String city) {}

  enum Nothing {}
}
//// shop/Post.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Post {
  @Id private long id;
}
