namespace ClaimsDesk.Knowledge.Articles;

/// <summary>A file as it was brought in: its bytes, and the text they decode to. Neither is ever changed.</summary>
public sealed class SourceFile
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The name it had, without folders.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of <see cref="Bytes"/>, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>SHA-256 of the text with its newlines made one kind and its ends trimmed: the same words in another encoding are the same file.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>The encoding it was read in, by its web name: <c>utf-8</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>The import that brought it.</summary>
    public int BatchId { get; init; }

    /// <summary>When it was stored, UTC.</summary>
    public DateTime ImportedAt { get; set; }

    /// <summary>The extraction that read it last (<see cref="Extraction.Extractor.Version"/>); null for one from before that was kept.</summary>
    public string? ReadBy { get; set; }

    /// <summary>The text, newlines as they came. All spans of its articles point into it, in UTF-16 code units.</summary>
    public required string Text { get; init; }

    /// <summary>The original bytes. Text and bytes are the last columns, so that SQLite reads the others without passing over them.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>The articles found in it.</summary>
    public List<Article> Articles { get; } = [];

    /// <summary>What could not be read in it.</summary>
    public List<FileNote> Notes { get; } = [];
}

/// <summary>Something in a file that could not be read, or was read with doubt.</summary>
public sealed class FileNote
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The file.</summary>
    public int SourceFileId { get; internal set; }

    /// <summary>A stable short name of the kind of note.</summary>
    public required string Code { get; init; }

    /// <summary>One sentence a person can act on.</summary>
    public required string Message { get; init; }

    /// <summary>The line it is on, from one.</summary>
    public required int Line { get; init; }

    /// <summary>The column, from one, in UTF-16 code units.</summary>
    public required int Column { get; init; }

    /// <summary>Where in the text.</summary>
    public required Extraction.Text.TextSpan Where { get; init; }
}
