using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Knowledge.Claims;

/// <summary>The tellers of a claim as text.</summary>
internal static class Tellers
{
    /// <summary>Their names, outermost first, as the text search knows them.</summary>
    public static string Names(IEnumerable<Source> tellers) =>
        string.Join(" › ", tellers.Where(s => !(s.Kind == Extraction.Claims.SourceKind.Outlet && s.Name == Source.UnknownOutlet)).Select(s => s.Name).Distinct());
}
