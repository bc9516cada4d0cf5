//// shop/Post.java
package shop;

import dev.ambix.mapping.*;
import java.util.List;

@Entity
final class Post {
  @Id private long id;
  private final Ref<Post> unmarked = Ref.of(); // [AssociationType] Post.unmarked: one annotation says what the association is; got none, expected one of @ManyToOne and @OneToOne. Add or remove one.
  private final Many<Post> unmarkedToo = Many.of(); // [AssociationType] Post.unmarkedToo: one annotation says what the association is; got none, expected one of @OneToMany and @ManyToMany. Add or remove one.
  @ManyToOne @OneToOne private final Ref<Post> twice = Ref.of(); // [AssociationType] Post.twice: one annotation says what the association is; got 2 of them, expected one of @ManyToOne and @OneToOne. Add or remove one.
  @ManyToOne private Post plain; // [AssociationType] Post.plain: a field with @ManyToOne is a Ref of an entity; got shop.Post, expected Ref<…>. Change the type of the field, or its annotation.
  @OneToMany(mappedBy = "plain") private List<Post> list; // [AssociationType] Post.list: a field with @OneToMany is a Many of an entity; got java.util.List<shop.Post>, expected Many<…>. Change the type of the field, or its annotation.
  @ManyToOne private final Many<Post> many = Many.of(); // [AssociationType] Post.many: a field with @ManyToOne is a Ref of an entity; got dev.ambix.mapping.Many<shop.Post>, expected Ref<…>. Change the type of the field, or its annotation.
  @ManyToMany(table = "links") private final Ref<Post> one = Ref.of(); // [AssociationType] Post.one: a field with @ManyToMany is a Many of an entity; got dev.ambix.mapping.Ref<shop.Post>, expected Many<…>. Change the type of the field, or its annotation.
  @ManyToOne @SuppressWarnings("rawtypes") private final Ref raw = Ref.of(); // [AssociationType] Post.raw: a field with @ManyToOne is a Ref of an entity; got dev.ambix.mapping.Ref, expected Ref<…>. Change the type of the field, or its annotation.
  @Embedded private Frame frame;

  record Frame(
      @ManyToOne Ref<Post> post, // [AssociationType] Post.frame.post: an embedded record holds values; got an association, expected a column. Move it to the entity.
      Many<Post> posts) {} // [AssociationType] Post.frame.posts: an embedded record holds values; got an association, expected a column. Move it to the entity.
}
