namespace ClaimsDesk.Extraction.Encoder;

/// <summary>What the encoder makes of one window. Row 0 is the opening mark, row i the window's piece i − 1, the last row the closing mark.</summary>
/// <param name="Length">Number of rows.</param>
/// <param name="Hidden">Hidden states, row after row.</param>
/// <param name="Cue">P(O), P(B), P(I) of each row as part of a cue, row after row.</param>
internal sealed record EncodedWindow(int Length, float[] Hidden, float[] Cue)
{
    /// <summary>How likely the piece of a row belongs to a cue.</summary>
    public float InCue(int row) => 1 - Cue[row * 3];

    /// <summary>How likely a cue begins at the piece of a row.</summary>
    public float BeginsCue(int row) => Cue[row * 3 + 1];
}
