using System.CommandLine;
using System.Globalization;
using ClaimsDesk.Knowledge.People.Tokens;
using ClaimsDesk.Web.Hosting;

namespace ClaimsDesk.Web.Commands;

/// <summary><c>claimsdesk token add NAME</c>, <c>list</c> and <c>revoke NUMBER</c>: tokens for programs, from the machine itself.</summary>
public static class TokenCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal) =>
        new("token", "Manages the tokens by which programs read what people may read.") { Add(terminal), List(terminal), Revoke(terminal) };

    private static Command Add(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "Whose token it is, or with --person what to call it." };
        var person = new Option<string?>("--person") { Description = "Whose token it is, where NAME is not the person's.", HelpName = "PERSON" };
        var days = new Option<int?>("--days") { Description = "How many days it works. Default: until it is revoked.", HelpName = "DAYS" };
        var scope = new Option<TokenScopes>("--scope")
        {
            Description = "What it is good for: read (the API, exports and feeds) or feed (feeds only; may stand in an address). Default: read.",
            HelpName = "SCOPE",
            DefaultValueFactory = _ => TokenScopes.Read,
            CustomParser = result =>
            {
                if (ScopeOf(result.Tokens[0].Value) is { } known) return known;
                result.AddError($"'{result.Tokens[0].Value}' is not a scope. The scopes are read and feed.");
                return default;
            },
        };
        days.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int?>() is not (>= 1 and <= 36_500)) result.AddError("--days takes a number from 1 to 36500.");
        });
        var (data, database) = (DataOption.Create(), DataOption.CreateDatabase());
        var add = new Command("add", "Makes a token and prints it, once: it is stored as a hash only.") { name, person, scope, days, data, database };
        add.SetAction(async (parsed, cancellation) =>
        {
            var lifetime = parsed.GetValue(days) is { } n ? TimeSpan.FromDays(n) : (TimeSpan?)null;
            var wish = new TokenWish(parsed.GetValue(name)!, parsed.GetValue(scope), lifetime);
            await using var services = await DeskServices.OpenAsync(parsed.GetValue(data), parsed.GetValue(database), cancellation);
            return await AddAsync(parsed.GetValue(person), wish, services.GetRequiredService<AccessTokens>(), terminal, cancellation);
        });
        return add;
    }

    private static Command List(Terminal terminal)
    {
        var (data, database) = (DataOption.Create(), DataOption.CreateDatabase());
        var list = new Command("list", "Prints the tokens that are not revoked: number, person, name, scopes, end, last use.") { data, database };
        list.SetAction(async (parsed, cancellation) =>
        {
            await using var services = await DeskServices.OpenAsync(parsed.GetValue(data), parsed.GetValue(database), cancellation);
            return await ListAsync(services.GetRequiredService<AccessTokens>(), terminal, cancellation);
        });
        return list;
    }

    private static Command Revoke(Terminal terminal)
    {
        var number = new Argument<int>("NUMBER") { Description = "The number that list prints first." };
        var (data, database) = (DataOption.Create(), DataOption.CreateDatabase());
        var revoke = new Command("revoke", "Makes a token worthless at once.") { number, data, database };
        revoke.SetAction(async (parsed, cancellation) =>
        {
            await using var services = await DeskServices.OpenAsync(parsed.GetValue(data), parsed.GetValue(database), cancellation);
            return await RevokeAsync(parsed.GetValue(number), services.GetRequiredService<AccessTokens>(), terminal, cancellation);
        });
        return revoke;
    }

    private static async Task<int> AddAsync(string? person, TokenWish wish, AccessTokens tokens, Terminal terminal, CancellationToken cancellation)
    {
        switch (await tokens.MakeFromMachineAsync(person, wish, cancellation))
        {
            case TokenResult.Made made:
                terminal.Error.WriteLine($"A token of {made.PersonName}, {End(made.ExpiresAt)}. It is shown this once:");
                terminal.Out.WriteLine(made.Word);
                return CommandLine.Done;
            case TokenResult.Refused refused:
                terminal.Error.WriteLine(refused.Reason);
                return CommandLine.SomeFailed;
            case var other:
                throw new InvalidOperationException($"{other} is no result of making a token.");
        }
    }

    private static async Task<int> ListAsync(AccessTokens tokens, Terminal terminal, CancellationToken cancellation)
    {
        foreach (var token in await tokens.ListAsync(null, cancellation))
        {
            var used = token.LastUsedAt is { } at ? "last used " + at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "never used";
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{token.Id}\t{token.PersonName}\t{token.Name}\t{token.Scopes.ToString().ToLowerInvariant()}\t{End(token.ExpiresAt)}\t{used}"));
        }
        return CommandLine.Done;
    }

    private static async Task<int> RevokeAsync(int number, AccessTokens tokens, Terminal terminal, CancellationToken cancellation)
    {
        if (await tokens.RevokeFromMachineAsync(number, cancellation))
        {
            terminal.Out.WriteLine($"Token {number} no longer works.");
            return CommandLine.Done;
        }
        terminal.Error.WriteLine($"There is no working token {number}. See: claimsdesk token list");
        return CommandLine.SomeFailed;
    }

    private static TokenScopes? ScopeOf(string word) => word.ToLowerInvariant() switch
    {
        "read" => TokenScopes.Read,
        "feed" => TokenScopes.Feed,
        _ => null,
    };

    private static string End(DateTime? expiresAt) =>
        expiresAt is { } end ? $"works until {end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "works until it is revoked";
}
