//// shop/Post.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Post {
  @Id private long id;
  @ManyToOne(optional = true) private Ref<Post> parent = Ref.of(); // [AssociationNotFinal] Post.parent: it is changed through its methods; got a field that is not final, expected `final Ref<…> parent = Ref.of()`. Make it so.
  @OneToMany(mappedBy = "parent") private Many<Post> replies = Many.of(); // [AssociationNotFinal] Post.replies: it is changed through its methods; got a field that is not final, expected `final Many<…> replies = Many.of()`. Make it so.
}
