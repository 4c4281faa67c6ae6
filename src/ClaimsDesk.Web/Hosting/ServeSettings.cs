namespace ClaimsDesk.Web.Hosting;

/// <summary>What whoever runs ClaimsDesk switches on or off.</summary>
/// <param name="Inbox">A folder that is watched: what is put there is imported. Null watches none.</param>
/// <param name="FetchesPages">Whether admins may have pages fetched from the web.</param>
public sealed record ServeSettings(string? Inbox = null, bool FetchesPages = true);
