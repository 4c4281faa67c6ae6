using Microsoft.Data.Sqlite;

namespace ClaimsDesk.Knowledge.Data.Sqlite;

/// <summary>What SQLite's troubles mean for whoever runs ClaimsDesk.</summary>
internal static class SqliteTrouble
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, Constraint = 19, NotADatabase = 26;

    /// <summary>Whether the trouble is with the file and not with what was to be stored in it: the next attempt would fare no better.</summary>
    public static bool IsWithFile(SqliteException e) => e.SqliteErrorCode is not (Constraint or 1);

    /// <summary>One sentence: what is wrong, and the cure.</summary>
    public static string Sentence(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        NotADatabase => $"{path} is not a ClaimsDesk database. Move the file away, or choose another folder with --data.",
        Corrupt => $"The knowledge base {path} is damaged. Restore a backup.",
        Busy or Locked => $"The knowledge base {path} is locked by another program. Close it, and try again.",
        ReadOnly => $"The knowledge base {path} can't be written to. Let this user write to it and to its folder, or choose another folder with --data.",
        Full => $"There is no room left on the disk for the knowledge base {path}. Make room, and try again.",
        CannotOpen or IoError => $"The knowledge base {path} can't be opened. Let this user read and write it and its folder, or choose another folder with --data.",
        _ => $"The knowledge base {path} can't be opened: {e.Message}",
    };
}
