namespace ClaimsDesk.Extraction.Attributions;

/// <summary>What each word of a window is to one cue.</summary>
internal enum Role : byte { Other = 0, Source = 1, Content = 2 }

/// <summary>How likely each word of a window is each role of one cue: the mean over the word's pieces.</summary>
internal sealed class RoleScores
{
    private readonly float[] _scores;

    public RoleScores(RunningWords words, float[] rows)
    {
        _scores = new float[words.Count * 3];
        for (var w = 0; w < words.Count; w++)
        {
            for (var role = 0; role < 3; role++) _scores[w * 3 + role] = words.Mean(w, row => rows[row * 3 + role]);
        }
    }

    public float this[int word, Role role] => _scores[word * 3 + (int)role];
}
