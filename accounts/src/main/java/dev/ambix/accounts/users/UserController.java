package dev.ambix.accounts.users;

import dev.ambix.accounts.passwords.Passwords;
import dev.ambix.error.EntityNotFound;
import dev.ambix.helidon.RequestSessions;
import dev.ambix.session.Session;
import io.avaje.http.api.Controller;
import io.avaje.http.api.Delete;
import io.avaje.http.api.Get;
import io.avaje.http.api.Patch;
import io.avaje.http.api.Post;
import io.avaje.http.api.Produces;
import io.avaje.http.api.QueryParam;
import io.avaje.http.api.Valid;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.jspecify.annotations.Nullable;

/// Sign-up and the management of users. One is made for each request.
@Controller("/users")
@Valid
final class UserController {
  // A field of this type tells avaje-http to make a controller for each request.
  private final ServerRequest request;
  private final Session db;
  private final Passwords passwords;

  UserController(ServerRequest request, Passwords passwords) {
    this.request = request;
    this.db = RequestSessions.session(request);
    this.passwords = passwords;
  }

  /// Signs up.
  @Post
  @Produces(statusCode = 201)
  UserOut create(UserCreate in, ServerResponse response) {
    var user = db.add(in.user(passwords.hash(in.password())));
    db.flush();
    response.header(HeaderNames.LOCATION, request.path().path() + "/" + user.id());
    return UserOut.of(user);
  }

  /// One user.
  @Get("/{id}")
  UserOut get(long id) {
    return db.select(UserOut.class).where(User_.id.eq(id)).single();
  }

  /// Users, the newest first.
  @Get
  UserPage list(@QueryParam @Nullable PageSize limit, @QueryParam @Nullable String after) {
    int size = limit == null ? PageSize.USUAL : limit.value();
    return UserPage.of(db.select(UserOut.class).orderBy(User_.id.desc()).page(size, after));
  }

  /// Changes what is given of a user.
  @Patch("/{id}")
  UserOut change(long id, UserPatch in) {
    var hash = in.password() == null ? null : passwords.hash(in.password());
    var user = db.get(User.class, id);
    if (in.username() != null) {
      user.rename(new Username(in.username()));
    }
    if (in.email() != null) {
      user.email(in.email());
    }
    if (hash != null) {
      user.passwordHash(hash);
    }
    return UserOut.of(user);
  }

  /// Deletes a user.
  @Delete("/{id}")
  @Produces(statusCode = 204)
  void delete(long id, ServerResponse response) {
    if (db.delete(User.class).where(User_.id.eq(id)).execute() == 0) {
      throw new EntityNotFound("User", id);
    }
    response.send();
  }
}
