//// shop/Post.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Post {
  @Id private long id;
  @ManyToOne(optional = true) private final Ref<User> author = Ref.of();
  @OneToOne(mappedBy = "post") private final Ref<User> favourite = Ref.of(); // [MappedByMismatch] Post.favourite: one side has the columns, and the other one names it; got `User.post`, which has mappedBy too, expected a field of User with @OneToOne to Post. Correct `mappedBy`.
  @ManyToMany(mappedBy = "posts") private final Many<User> readers = Many.of(); // [MappedByMismatch] Post.readers: one side has the columns, and the other one names it; got `User.posts`, which has mappedBy too, expected a field of User with @ManyToMany to Post. Correct `mappedBy`.
  @ManyToMany private final Many<User> neither = Many.of(); // [MappedByMismatch] Post.neither: one side has the columns, and the other one names it; got neither `table` nor `mappedBy`, expected one of them. Correct `mappedBy`.
  @ManyToMany(table = "both", mappedBy = "linked") private final Many<User> both = Many.of(); // [MappedByMismatch] Post.both: one side has the columns, and the other one names it; got a table or columns beside mappedBy, expected them on the other side alone. Correct `mappedBy`.
}
//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User {
  @Id private long id;
  private String name;
  @OneToMany(mappedBy = "writer") private final Many<Post> missing = Many.of(); // [MappedByMismatch] User.missing: one side has the columns, and the other one names it; got no attribute `Post.writer`, expected a field of Post with @ManyToOne to User. Correct `mappedBy`.
  @OneToMany(mappedBy = "readers") private final Many<Post> kind = Many.of(); // [MappedByMismatch] User.kind: one side has the columns, and the other one names it; got `Post.readers` without @ManyToOne, expected a field of Post with @ManyToOne to User. Correct `mappedBy`.
  @OneToMany(mappedBy = "name") private final Many<User> column = Many.of(); // [MappedByMismatch] User.column: one side has the columns, and the other one names it; got `User.name` without @ManyToOne, expected a field of User with @ManyToOne to User. Correct `mappedBy`.
  @OneToMany(mappedBy = "user") private final Many<Other> other = Many.of(); // [MappedByMismatch] User.other: one side has the columns, and the other one names it; got `Other.user` of type dev.ambix.mapping.Ref<shop.Post>, expected a field of Other with @ManyToOne to User. Correct `mappedBy`.
  @OneToOne(mappedBy = "favourite") private final Ref<Post> post = Ref.of(); // [MappedByMismatch] User.post: one side has the columns, and the other one names it; got `Post.favourite`, which has mappedBy too, expected a field of Post with @OneToOne to User. Correct `mappedBy`.
  @ManyToMany(mappedBy = "readers") private final Many<Post> posts = Many.of(); // [MappedByMismatch] User.posts: one side has the columns, and the other one names it; got `Post.readers`, which has mappedBy too, expected a field of Post with @ManyToMany to User. Correct `mappedBy`.
  @ManyToMany(table = "linked") private final Many<Post> linked = Many.of();
}
//// shop/Other.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Other {
  @Id private long id;
  @ManyToOne private final Ref<Post> user = Ref.of();
}
