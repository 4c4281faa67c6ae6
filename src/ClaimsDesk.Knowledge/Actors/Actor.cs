using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Knowledge.Actors;

/// <summary>
/// Somebody or something that claims are about: a person, a body, a state, a group, an outlet or a place. Shared by all articles in
/// which the same name and kind occur, except a person known by one word only, who belongs to the article.
/// </summary>
public sealed class Actor
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>What sort of thing it is.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>The name it goes by.</summary>
    public required string Name { get; init; }

    /// <summary><see cref="Name"/> as names are compared.</summary>
    public required string NameKey { get; init; }

    /// <summary>The article it belongs to; null for an actor that articles share.</summary>
    public int? ArticleId { get; private set; }

    /// <summary>The article it belongs to; null for an actor that articles share.</summary>
    public Articles.Article? Article { get; init; }

    /// <summary>All names it goes by, its own among them.</summary>
    public List<ActorName> Names { get; } = [];

    /// <summary>The roles that articles give it.</summary>
    public List<ActorRole> Roles { get; } = [];
}

/// <summary>A name that an actor goes by.</summary>
public sealed class ActorName
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The actor.</summary>
    public int ActorId { get; internal set; }

    /// <summary>The name as an article writes it.</summary>
    public required string Name { get; init; }

    /// <summary><see cref="Name"/> as names are compared.</summary>
    public required string NameKey { get; init; }

    /// <summary>The article that brought the name; null where it is gone, or the name is older than this is kept.</summary>
    public int? FirstArticleId { get; private set; }

    /// <summary>The article that brought the name.</summary>
    public Articles.Article? FirstArticle { get; init; }
}

/// <summary>A role that an article gives an actor: "Portuguese President".</summary>
public sealed class ActorRole
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The actor.</summary>
    public int ActorId { get; internal set; }

    /// <summary>The role as the article words it.</summary>
    public required string Role { get; init; }

    /// <summary>The article that says so.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The article that says so.</summary>
    public Articles.Article Article { get; init; } = null!;
}
