namespace ClaimsDesk.Extraction.Language;

/// <summary>What "he" and "she" can stand for.</summary>
internal enum Gender
{
    Unknown,
    Man,
    Woman,
}
