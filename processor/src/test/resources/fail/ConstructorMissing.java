//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User { // [ConstructorMissing] User: an object is made before its row is read; got no such constructor, expected a constructor without parameters that throws no checked exception. Add `private User() {}`.
  @Id private long id;

  User(long id) {
    this.id = id;
  }
}
//// shop/Post.java
package shop;

import dev.ambix.mapping.*;
import java.io.IOException;

@Entity
final class Post { // [ConstructorMissing] Post: an object is made before its row is read; got one that declares a checked exception, expected a constructor without parameters that throws no checked exception. Add `private Post() {}`.
  @Id private long id;

  Post() throws IOException {}
}
