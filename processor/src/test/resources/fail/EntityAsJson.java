//// shop/User.java
package shop;

import dev.ambix.mapping.*;
import io.avaje.jsonb.Json;

@Entity
@Json
final class User { // [EntityAsJson] User: an entity is no JSON type, since it may hold what must not leave or be set; got User, expected a record. Use a @Projection(of = User.class) record to answer, and a record of its own to take.
  @Id private long id;
}
//// shop/Post.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Post {
  @Id private long id;
}
//// shop/PostOut.java
package shop;

import io.avaje.jsonb.Json;
import java.util.Map;

@Json
record PostOut(
    String title,
    Map<String, ? extends Post[]> posts) {} // [EntityAsJson] PostOut.posts: an entity is no JSON type, since it may hold what must not leave or be set; got Post, expected a record. Use a @Projection(of = Post.class) record to answer, and a record of its own to take.
//// shop/Imports.java
package shop;

import io.avaje.jsonb.Json;

@Json.Import(Post.class)
class Imports {} // [EntityAsJson] Imports: an entity is no JSON type, since it may hold what must not leave or be set; got Post, expected a record. Use a @Projection(of = Post.class) record to answer, and a record of its own to take.
//// shop/PostController.java
package shop;

import io.avaje.http.api.*;
import java.util.List;

@Controller("/posts")
class PostController {
  @Get
  List<Post> list() { // [EntityAsJson] PostController.list: an entity is no JSON type, since it may hold what must not leave or be set; got Post, expected a record. Use a @Projection(of = Post.class) record to answer, and a record of its own to take.
    return List.of();
  }

  @Get
  Page page(
      int number,
      Post post) { // [EntityAsJson] PostController.page(post): an entity is no JSON type, since it may hold what must not leave or be set; got Post, expected a record. Use a @Projection(of = Post.class) record to answer, and a record of its own to take.
    return new Page(List.of());
  }

  Post internal(Post post) {
    return post;
  }

  record Page(
      List<Post> items) {} // [EntityAsJson] Page.items: an entity is no JSON type, since it may hold what must not leave or be set; got Post, expected a record. Use a @Projection(of = Post.class) record to answer, and a record of its own to take.
}
//// io/avaje/jsonb/Json.java
package io.avaje.jsonb;

public @interface Json {
  @interface Import {
    Class<?>[] value();
  }
}
//// io/avaje/http/api/Controller.java
package io.avaje.http.api;

public @interface Controller {
  String value();
}
//// io/avaje/http/api/Get.java
package io.avaje.http.api;

public @interface Get {}
