package dev.ambix.accounts.users;

import static dev.ambix.accounts.RunningService.PASSWORD;
import static dev.ambix.accounts.RunningService.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import dev.ambix.accounts.RunningService;
import dev.ambix.session.Database;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Engine;
import dev.ambix.testing.Statements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Sign-up and the management of users.
@AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
final class UserApiTest {
  private final Database database;
  private final Statements statements;
  private final RunningService service;

  UserApiTest(Database database, Statements statements) {
    this.database = database;
    this.statements = statements;
    this.service = RunningService.on(database);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private long add(String username) {
    return database
        .writeReturning(db -> {
          var user = db.add(new User(new Username(username), "ann@example.org", "hash"));
          db.flush();
          return user;
        })
        .id();
  }

  private User user(long id) {
    return database.read(db -> db.get(User.class, id));
  }

  @Nested
  final class SignUp {
    @Test
    void answersTheUserAndWhereItIs() {
      var answer = service.post("/users", signUp("Ann"));

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.header("Content-Type")).isEqualTo("application/json");
      assertThat(answer.json())
          .containsOnlyKeys("id", "username", "email", "createdAt")
          .containsEntry("username", "Ann")
          .containsEntry("email", "ann@example.org");
      assertThat(Instant.parse((String) answer.value("createdAt"))).isBefore(Instant.now());
      assertThat(service.get(answer.header("Location")).body()).isEqualTo(answer.body());
    }

    @Test
    void keepsAHashOfThePassword() {
      service.post("/users", signUp("Ann"));

      var hash = database.read(db -> db.select(User.class).single()).passwordHash();
      assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
      var argon2 = Argon2Function.getInstanceFromHash(hash);
      assertThat(Password.check(PASSWORD, hash).with(argon2)).isTrue();
      assertThat(Password.check("incorrect horse battery", hash).with(argon2)).isFalse();
    }

    @Test
    void takesOneStatement() {
      statements.clear();
      service.post("/users", signUp("Ann"));
      statements.expectTexts("insert into users");
    }

    @Test
    void refusesANameThatIsTakenWithoutRegardToCase() {
      service.post("/users", signUp("Straße"));

      for (var name : List.of("Straße", "STRASSE", "strasse", " straße ", "ｓｔｒａｓｓｅ")) {
        var answer = service.post("/users", signUp(name));
        assertThat(answer.status()).as(name).isEqualTo(409);
        assertThat(answer.errors()).containsExactly("username:taken");
      }
    }

    @Test
    void takesNamesAndPasswordsOfAnyScript() {
      var answer =
          service.post(
              "/users",
              """
              {"username": "Ζωή 李 👩‍🚀", "email": "zoe@example.org", "password": "ένα δύο τρία 四五六"}\
              """);

      assertThat(answer.errors()).containsExactly("username:characters");
      answer =
          service.post(
              "/users",
              """
              {"username": "Ζωή 李 🚀", "email": "zoe@example.org", "password": "ένα δύο τρία 四五六"}\
              """);
      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.json()).containsEntry("username", "Ζωή 李 🚀");
    }

    @Test
    void countsCharactersOfThePassword() {
      assertThat(signUpWith("🙈🙉🙊🐵🐒🦍🦧🐶🐕🦮🐩🐺🦊🦝🐱").status()).isEqualTo(201);
      assertThat(signUpWith("🙈🙉🙊🐵🐒🦍🦧🐶🐕🦮🐩🐺🦊🦝").errors())
          .containsExactly("password:length");
      assertThat(signUpWith("🦊".repeat(129)).errors()).containsExactly("password:length");
    }

    @Test
    void refusesCommonPasswords() {
      for (var password : List.of("Password1234567", "qwertyuiop12345", "aaaaaaaaaaaaaaaaaaaa")) {
        assertThat(signUpWith(password).errors()).containsExactly("password:common");
      }
    }

    @Test
    void saysWhatIsWrongOncePerField() {
      var body = "{\"username\": \"bob\", \"email\": \"" + "x".repeat(300) + "\"}";
      assertThat(service.post("/users", body).list("errors"))
          .extracting(error -> error.get("field") + " " + error.get("message"))
          .containsExactlyInAnyOrder("email must have 3 to 254 characters", "password is required");
    }

    private dev.ambix.accounts.Answer signUpWith(String password) {
      return service.post(
          "/users",
          """
          {"username": "bob", "email": "bob@example.org", "password": "%s"}\
          """
              .formatted(password));
    }

    @Test
    void namesEveryFieldThatIsWrong() {
      var answer =
          service.post(
              "/users", "{\"username\": \" \", \"email\": \"nobody\", \"password\": \"short\"}");
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.errors())
          .containsExactlyInAnyOrder("username:length", "email:email", "password:length");

      assertThat(service.post("/users", "{}").errors())
          .containsExactlyInAnyOrder("username:required", "email:required", "password:required");
    }
  }

  @Nested
  final class Reading {
    @Test
    void answersOneUserWithOneStatement() {
      long id = add("ann");
      statements.clear();

      var answer = service.get("/users/" + id);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json()).containsEntry("username", "ann");
      statements.expectTexts(
          "select users.id, users.username, users.email, users.created_at from users");
    }

    @Test
    void knowsNobodyElse() {
      var answer = service.get("/users/4711");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.json())
          .containsEntry("code", "EntityNotFound")
          .containsEntry("title", "There is no such user");
    }

    @Test
    void pagesThroughAllUsersNewestFirst() {
      var added = IntStream.range(0, 25).mapToObj(i -> "user" + i).toList();
      added.forEach(UserApiTest.this::add);

      var names = new ArrayList<Object>();
      var path = "/users?limit=10";
      var sizes = new ArrayList<Integer>();
      while (!path.isEmpty()) {
        var page = service.get(path);
        assertThat(page.status()).isEqualTo(200);
        sizes.add(page.list("items").size());
        page.list("items").stream().map(user -> user.get("username")).forEach(names::add);
        var next = page.json().get("next");
        path = next == null ? "" : "/users?limit=10&after=" + next;
      }
      assertThat(sizes).containsExactly(10, 10, 5);
      assertThat(names).isEqualTo(added.reversed());
    }

    @Test
    void answersTwentyUsersWhenNobodyAsksForMore() {
      IntStream.range(0, 21).forEach(i -> add("user" + i));
      assertThat(service.get("/users").list("items")).hasSize(20);
      assertThat(service.get("/users?limit=100").list("items")).hasSize(21);
    }

    @Test
    void answersAnEmptyPageWhenThereIsNobody() {
      assertThat(service.get("/users").body()).isEqualTo("{\"items\":[],\"next\":null}");
    }
  }

  @Nested
  final class Changing {
    @Test
    void leavesWhatIsAbsent() {
      long id = add("ann");

      var answer = service.patch("/users/" + id, "{\"email\": \"ann@example.com\"}");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json())
          .containsEntry("username", "ann")
          .containsEntry("email", "ann@example.com");
      var user = user(id);
      assertThat(user.email()).isEqualTo("ann@example.com");
      assertThat(user.passwordHash()).isEqualTo("hash");
      assertThat(user.updatedAt()).isAfter(user.createdAt());
    }

    @Test
    void changesNameAndPassword() {
      long id = add("ann");

      service.patch(
          "/users/" + id, "{\"username\": \"ANNA\", \"password\": \"a quite different one\"}");

      assertThat(user(id).username()).isEqualTo("ANNA");
      assertThat(user(id).usernameKey()).isEqualTo("anna");
      assertThat(user(id).passwordHash()).startsWith("$argon2id$");
    }

    @Test
    void sendsNoUpdateWhenNothingChanges() {
      long id = add("ann");
      statements.clear();

      assertThat(service.patch("/users/" + id, "{\"username\": \"ann\"}").status()).isEqualTo(200);

      statements.expectTexts("select");
    }

    @Test
    void refusesANameThatIsTaken() {
      add("ann");
      long bob = add("bob");

      var answer = service.patch("/users/" + bob, "{\"username\": \"Ann\"}");

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.errors()).containsExactly("username:taken");
      assertThat(user(bob).username()).isEqualTo("bob");
    }

    @Test
    void checksWhatIsGiven() {
      long id = add("ann");
      assertThat(service.patch("/users/" + id, "{\"password\": \"short\"}").errors())
          .containsExactly("password:length");
      assertThat(service.patch("/users/" + id, "{\"email\": null}").errors())
          .containsExactly("email:null");
    }

    @Test
    void knowsNobodyElse() {
      assertThat(service.patch("/users/4711", "{}").status()).isEqualTo(404);
    }
  }

  @Nested
  final class Deleting {
    @Test
    void leavesNothing() {
      long id = add("ann");

      var answer = service.delete("/users/" + id);

      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.body()).isEmpty();
      assertThat(service.get("/users/" + id).status()).isEqualTo(404);
      assertThat(service.delete("/users/" + id).status()).isEqualTo(404);
    }

    @Test
    void freesTheName() {
      service.delete("/users/" + add("ann"));
      assertThat(service.post("/users", signUp("Ann")).status()).isEqualTo(201);
    }
  }
}
