//// shop/Post.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Post {
  @Id private long id;
  @ManyToOne private final Ref<String> text = Ref.of(); // [AssociationTarget] Post.text: it leads to no entity; got java.lang.String, expected a class with @Entity that is visible here. Name another class, or map the attribute another way.
  @ManyToOne private final Ref<?> any = Ref.of(); // [AssociationTarget] Post.any: it leads to no entity; got ?, expected a class with @Entity that is visible here. Name another class, or map the attribute another way.
  @ManyToMany(table = "links") private final Many<Hidden.Inside> hidden = Many.of(); // [AssociationTarget] Post.hidden: it leads to no entity; got shop.Hidden.Inside, expected a class with @Entity that is visible here. Name another class, or map the attribute another way.
}
//// shop/Hidden.java
package shop;

import dev.ambix.mapping.*;

final class Hidden {
  record Inside(long id) {}
}
//// shop/Left.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Left {
  @Id @ManyToOne private final Ref<Right> right = Ref.of(); // [AssociationTarget] Left.right: the key of Right cannot be referred to; got one that is broken or leads back here, expected columns of its own. Correct the @Id of Right.
}
//// shop/Right.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Right {
  @Id @ManyToOne private final Ref<Left> left = Ref.of(); // [AssociationTarget] Right.left: the key of Left cannot be referred to; got one that is broken or leads back here, expected columns of its own. Correct the @Id of Left.
}
//// other/Keyed.java
package other;

import dev.ambix.mapping.*;

@Entity
public final class Keyed {
  @Id private Kind kind = Kind.A;
  enum Kind { A }
}
//// shop/Far.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Far {
  @Id private long id;
  @ManyToOne private final Ref<other.Keyed> keyed = Ref.of(); // [TypeNotVisible] Far.keyed: generated code in package shop cannot name a type of the key; got other.Keyed.Kind, expected a class that is visible there. Make the class public.
}
