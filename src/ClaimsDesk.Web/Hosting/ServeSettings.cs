namespace ClaimsDesk.Web.Hosting;

/// <summary>What <c>serve</c> was told.</summary>
/// <param name="Data">The folder of the database, the keys and the logs; made when it is missing.</param>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
public sealed record ServeSettings(string Data, string Urls);
