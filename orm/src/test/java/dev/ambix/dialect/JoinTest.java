package dev.ambix.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.UsageException;
import dev.ambix.query.Node;
import dev.ambix.query.Node.ColumnRef;
import dev.ambix.query.Node.Comparison;
import dev.ambix.query.Node.Exists;
import dev.ambix.query.Node.Hop;
import dev.ambix.query.Node.Junction;
import dev.ambix.query.Node.Negation;
import dev.ambix.query.Node.Operator;
import dev.ambix.query.Node.Origin;
import dev.ambix.query.NumberExpression;
import dev.ambix.query.Order;
import dev.ambix.query.Query;
import dev.ambix.schema.Schema;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Type;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a statement refers to is joined: posts have an author and maybe an editor, users a team.
class JoinTest {
  private static final Origin POST = new Origin.Named("posts", "posts");
  private static final Origin AUTHOR = reference(POST, "author", "users", false);
  private static final Origin EDITOR = reference(POST, "editor", "users", true);
  private static final Origin TEAM = reference(AUTHOR, "team", "teams", false);
  private static final Origin EDITOR_TEAM = reference(EDITOR, "team", "teams", false);
  private static final Node ID = new ColumnRef(POST, "id");
  private static final Node TRUE = new Junction(true, List.of());

  private static final Dialect POSTGRESQL = Dialect.postgresql();
  private static final Dialect SQLITE = Dialect.sqlite(new Schema(List.of()));

  @Test
  void joinsOnceWhatIsNamed() {
    var select = select(List.of(ID, name(AUTHOR)), eq(name(AUTHOR), name(TEAM)));
    assertThat(both(select))
        .isEqualTo(
            "select posts.id, author.name from posts"
                + " join users as author on author.id = posts.author_id"
                + " join teams as author_team on author_team.id = author.team_id"
                + " where author.name = author_team.name");
  }

  @Test
  void keepsRowsThatReferToNone() {
    var select = select(List.of(ID), eq(name(EDITOR_TEAM), name(AUTHOR)));
    assertThat(both(select))
        .isEqualTo(
            "select posts.id from posts"
                + " left join users as editor on editor.id = posts.editor_id"
                + " left join teams as editor_team on editor_team.id = editor.team_id"
                + " join users as author on author.id = posts.author_id"
                + " where editor_team.name = author.name");
  }

  @Test
  void joinsForAnOrder() {
    var order =
        new Order(new NumberExpression.Computed<>(new ColumnRef(TEAM, "size"), Type.INTEGER), true);
    var select =
        new Statement.Select(
            "posts", List.of(ID), Optional.empty(), List.of(order), Optional.empty(), 0);
    assertThat(text(POSTGRESQL.render(select)))
        .isEqualTo(
            "select posts.id from posts join users as author on author.id = posts.author_id"
                + " join teams as author_team on author_team.id = author.team_id"
                + " order by author_team.size desc");
  }

  @Test
  void namesEachJoinByItself() {
    var clash = reference(POST, "author_team", "users", false);
    var table = reference(POST, "posts", "users", false);
    var select = select(List.of(name(TEAM), name(clash), name(table)), TRUE);
    assertThat(both(select))
        .startsWith("select author_team.name, author_team_2.name, posts_2.name from posts join");
    var longName = reference(POST, "a".repeat(61), "users", false);
    assertThat(both(select(List.of(name(longName)), TRUE))).startsWith("select joined.name");
  }

  @Test
  void asksForRowsThatHopsLeadTo() {
    var tags =
        new Exists(
            POST,
            List.of(hop("posts_tags", "id", "post_id"), hop("tags", "tag_id", "id")),
            eq(new ColumnRef("tags", "name"), name(AUTHOR)));
    assertThat(both(select(List.of(ID), tags)))
        .isEqualTo(
            "select posts.id from posts join users as author on author.id = posts.author_id"
                + " where exists (select 1 from posts_tags join tags on tags.id = posts_tags.tag_id"
                + " where posts_tags.post_id = posts.id and tags.name = author.name)");
    var none = new Negation(new Exists(POST, List.of(hop("tags", "id", "post_id")), TRUE));
    assertThat(both(select(List.of(ID), none)))
        .endsWith(" where not exists (select 1 from tags where tags.post_id = posts.id)");
  }

  @Test
  void joinsWithinASubqueryWhatItsRowsReferTo() {
    var comments = new Origin.Named("comments", "comments");
    var by = reference(comments, "author", "users", false);
    var exists =
        new Exists(POST, List.of(hop("comments", "id", "post_id")), eq(name(by), name(AUTHOR)));
    assertThat(both(select(List.of(ID), exists)))
        .isEqualTo(
            "select posts.id from posts join users as author_2 on author_2.id = posts.author_id"
                + " where exists (select 1 from comments"
                + " join users as author on author.id = comments.author_id"
                + " where comments.post_id = posts.id and author.name = author_2.name)");
  }

  @Test
  void tellsRowsOfOneTableApart() {
    var answers =
        new Exists(POST, List.of(hop("posts", "id", "answers")), eq(name(AUTHOR), name(POST)));
    assertThat(both(select(List.of(ID), answers)))
        .isEqualTo(
            "select posts.id from posts where exists (select 1 from posts as posts_2"
                + " join users as author on author.id = posts_2.author_id"
                + " where posts_2.answers = posts.id and author.name = posts_2.name)");
  }

  @Test
  void changesRowsByWhatTheyReferTo() {
    var where =
        new Junction(true, List.of(eq(ID, one()), eq(name(AUTHOR), one()), eq(name(TEAM), one())));
    var delete = new Statement.Delete("posts", Optional.of(where), List.of());
    assertThat(both(delete))
        .isEqualTo(
            "delete from posts where posts.id = ? and exists (select 1 from users as author"
                + " where author.id = posts.author_id and (author.name = ?)) and exists (select 1"
                + " from users as author_2, teams as author_2_team"
                + " where author_2.id = posts.author_id and author_2_team.id = author_2.team_id"
                + " and (author_2_team.name = ?))");
    var optional = new Statement.Delete("posts", Optional.of(eq(name(EDITOR), one())), List.of());
    assertThat(both(optional))
        .isEqualTo(
            "delete from posts where exists (select 1 from (select 1) as one"
                + " left join users as editor on editor.id = posts.editor_id"
                + " where (editor.name = ?))");
  }

  @Test
  void setsWhatRowsReferTo() {
    var update =
        new Statement.Update(
            "posts",
            List.of(
                new Statement.Assignment("name", name(AUTHOR)),
                new Statement.Assignment("title", name(EDITOR))),
            Optional.empty(),
            List.of("id"));
    assertThat(both(update))
        .isEqualTo(
            "update posts set name = (select author.name from users as author"
                + " where author.id = posts.author_id), title = (select editor.name from (select 1)"
                + " as one left join users as editor on editor.id = posts.editor_id)"
                + " returning posts.id");
  }

  @Test
  void locksTheRowsOfTheQueryOnly() {
    var read = ((Statement.Select) select(List.of(name(EDITOR)), TRUE)).query();
    var select =
        new Statement.Select(read.withLock(new Query.Lock(Query.Lock.Wait.NOWAIT, List.of())));
    assertThat(text(POSTGRESQL.render(select))).endsWith(" for update of posts nowait");
    assertThat(text(SQLITE.render(select))).endsWith(" = posts.editor_id");
  }

  @Test
  void tellsWhichTablesAreRead() {
    var exists = new Exists(AUTHOR, List.of(hop("badges", "id", "user_id")), TRUE);
    assertThat(POSTGRESQL.render(select(List.of(name(TEAM)), exists)).tables())
        .containsExactlyInAnyOrder("posts", "users", "teams", "badges");
  }

  @Test
  void refusesRowsThatTheQueryDoesNotRead() {
    var select = select(List.of(new ColumnRef("tags", "name")), TRUE);
    assertThatThrownBy(() -> SQLITE.render(select))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("[NotInQuery] query: got a column of tags, ");
  }

  @Test
  void findsTuplesInLists() {
    var two = tuples(2);
    var postgresql = "(posts.id, posts.name) in (select * from unnest(?::integer[], ?::bytea[]))";
    assertThat(text(POSTGRESQL.render(select(List.of(ID), two)))).endsWith(postgresql);
    assertThat(text(POSTGRESQL.render(select(List.of(ID), new Negation(two)))))
        .endsWith(postgresql.replace(" in ", " not in "));
    assertThat(text(SQLITE.render(select(List.of(ID), tuples(3)))))
        .endsWith("(posts.id, posts.name) in (values (?, ?), (?, ?), (?, ?), (?, ?))");
    assertThat(text(SQLITE.render(select(List.of(ID), tuples(0)))))
        .endsWith("(posts.id, posts.name) in (select null, null where false)");
    assertThat(text(SQLITE.render(select(List.of(ID), tuples(200)))))
        .endsWith(
            "(posts.id, posts.name) in"
                + " (select value ->> 0, unhex(value ->> 1) from json_each(?))");
  }

  private static Node tuples(int rows) {
    List<Object> row = List.of(1, new byte[] {1});
    return new Node.InTuples(
        List.of(ID, name(POST)),
        java.util.Collections.nCopies(rows, row),
        List.of(new SqlType.Int(), new SqlType.Bytes()));
  }

  private static Origin reference(Origin from, String attribute, String table, boolean optional) {
    return new Origin.Joined(from, attribute, hop(table, attribute + "_id", "id"), optional);
  }

  private static Hop hop(String table, String from, String to) {
    return new Hop(table, List.of(from), List.of(to));
  }

  private static Node name(Origin origin) {
    return new ColumnRef(origin, "name");
  }

  private static Node one() {
    return new Node.Bind(1, new SqlType.Int());
  }

  private static Node eq(Node left, Node right) {
    return new Comparison(Operator.EQUAL, left, right);
  }

  private static Statement select(List<Node> columns, Node where) {
    return new Statement.Select(
        "posts",
        columns,
        where.equals(TRUE) ? Optional.empty() : Optional.of(where),
        List.of(),
        Optional.empty(),
        0);
  }

  /// The text on both engines, without quotes.
  private static String both(Statement statement) {
    var text = text(POSTGRESQL.render(statement));
    assertThat(text(SQLITE.render(statement))).isEqualTo(text);
    return text;
  }

  private static String text(Sql sql) {
    return sql.text().replace("\"", "");
  }
}
