//// shop/Post.java
package shop;

import dev.ambix.mapping.*;
import dev.ambix.schema.OnDelete;
import org.jspecify.annotations.Nullable;

@Entity
final class Post {
  @Id private long id;
  @ManyToOne private final @Nullable Ref<Post> nullable = Ref.of(); // [NullableNotAllowed] Post.nullable: the field always holds a Ref; got @Nullable, expected it without. Remove @Nullable, and say @ManyToOne(optional = true) where there may be none.
  @ManyToOne(onDelete = OnDelete.SET_NULL) private final Ref<Post> setNull = Ref.of(); // [SetNullNotNullable] Post.setNull: a deletion would put NULL where there is none; got onDelete = SET_NULL on a reference that is not optional, expected optional = true. Add it, or choose CASCADE or NO_ACTION.
  @ManyToOne @Version private final Ref<Post> version = Ref.of(); // [MisplacedAnnotation] Post.version: @Version has no meaning here; got an association with @ManyToOne, expected an attribute that it fits. Remove the annotation.
  @ManyToOne @ColumnName("x") private final Ref<Post> named = Ref.of(); // [MisplacedAnnotation] Post.named: @ColumnName has no meaning here; got an association with @ManyToOne, expected an attribute that it fits. Remove the annotation.
  @ManyToOne @OrderBy("id") private final Ref<Post> ordered = Ref.of(); // [MisplacedAnnotation] Post.ordered: @OrderBy has no meaning here; got an association with @ManyToOne, expected an attribute that it fits. Remove the annotation.
  @ManyToMany(table = "links", targetColumns = "other_id") @OrderBy({"id", "tags desc"}) // [UnknownAttribute] Post.tags: @OrderBy names no attribute of Post whose values have an order; got "tags desc", expected one such as "name" or "name desc". Correct it.
  private final Many<Post> tags = Many.of();
  @ManyToMany(table = "same") private final Many<Post> same = Many.of(); // [DuplicateColumn] Post.same: two columns of the links have one name; got post_id for both sides, expected another name. Name them with `columns` and `targetColumns`.
}
//// shop/Key.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Key {
  @Id @ManyToOne(optional = true) private final Ref<Post> post = Ref.of(); // [NullableNotAllowed] Key.post: a key is never NULL; got optional = true, expected a reference that is always there. Remove it, or @Id.
}
//// shop/Twice.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Twice {
  @Id private long id;
  private long postId;
  @ManyToOne private final Ref<Post> post = Ref.of(); // [DuplicateColumn] Twice.post: two attributes stand in one column; got post_id, which `postId` has, expected another name. Rename the attribute, or give it @ColumnName("…").
}
