namespace ClaimsDesk.Extraction.Claims;

/// <summary>Who, or what sort of thing, tells.</summary>
public enum SourceKind
{
    /// <summary>Nobody is named or described: "reportedly", "reports say".</summary>
    Unspecified,
    /// <summary>A named person.</summary>
    Person,
    /// <summary>A body, a state, a government, or officials who speak for one.</summary>
    Organisation,
    /// <summary>A publisher: newspaper, broadcaster, site.</summary>
    Outlet,
    /// <summary>A wire service.</summary>
    Agency,
    /// <summary>An unnamed informant, one or several: "two senior Greek sources".</summary>
    Anonymous,
    /// <summary>A document, statement, report or poll.</summary>
    Document,
    /// <summary>The author of the article in his own voice.</summary>
    Author,
}

/// <summary>How the content is worded.</summary>
public enum QuoteKind
{
    /// <summary>In the reporter's words.</summary>
    Indirect,
    /// <summary>The whole content stands in quotation marks.</summary>
    Direct,
    /// <summary>Part of the content stands in quotation marks.</summary>
    Mixed,
}

/// <summary>What the source does by saying it.</summary>
public enum ClaimAct
{
    /// <summary>States something.</summary>
    Assertion,
    /// <summary>Denies or rejects the content.</summary>
    Denial,
    /// <summary>Declines to speak, does not answer, does not confirm.</summary>
    NoComment,
    /// <summary>Asks, advises or orders.</summary>
    Demand,
    /// <summary>Threatens, vows or promises.</summary>
    Threat,
    /// <summary>Believes, fears, judges or analyses.</summary>
    Assessment,
    /// <summary>Says what will or may happen.</summary>
    Prediction,
    /// <summary>Asks a question.</summary>
    Question,
}

/// <summary>What sort of thing an actor is.</summary>
public enum ActorKind
{
    /// <summary>A human being.</summary>
    Person,
    /// <summary>A body that is neither a state nor armed.</summary>
    Organisation,
    /// <summary>A state or its government.</summary>
    State,
    /// <summary>An armed group that is no state's army.</summary>
    ArmedGroup,
    /// <summary>A publisher or wire service.</summary>
    Outlet,
    /// <summary>A place that is not spoken of as an actor.</summary>
    Place,
}
