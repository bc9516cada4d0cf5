//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User {
  @Id private long id;
  @Json private Thread thread; // [UnmappedJson] User.thread: no JSON has this type; got java.lang.Thread, expected a record, a List, a Map with String keys, an enum, or a type that a column can have. Change the type, or add @Convert(…).
  @Json private java.util.List<java.util.Map<Long, String>> maps; // [UnmappedJson] User.maps: no JSON has this type; got java.util.Map<java.lang.Long, java.lang.String>, expected a record, a List, a Map with String keys, an enum, or a type that a column can have. Change the type, or add @Convert(…).
  @Json private Settings settings; // [UnmappedJson] User.settings.at: no JSON has this type; got java.time.OffsetDateTime, expected a record, a List, a Map with String keys, an enum, or a type that a column can have. Change the type, or add @Convert(…).
  @Json private Tree tree; // [UnmappedJson] User.tree.branches: the record cannot stand in JSON; got shop.User.Tree, expected one with components, without type parameters, not inside of itself, and visible here. Change the record, or add @Convert(…).
  @Json private Marked marked; // [MisplacedAnnotation] User.marked.id: @Id has no meaning here; got a component in JSON, expected an attribute in a column. Remove the annotation.

  record Settings(String name, java.time.OffsetDateTime at) {}

  record Tree(java.util.List<Tree> branches) {}

  record Marked(@Id long id) {}
}
