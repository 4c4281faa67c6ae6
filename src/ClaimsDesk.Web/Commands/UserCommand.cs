using System.CommandLine;
using System.Text;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Web.Accounts;
using ClaimsDesk.Web.Hosting;
using ClaimsDesk.Web.People;
using Microsoft.AspNetCore.Identity;

namespace ClaimsDesk.Web.Commands;

/// <summary><c>claimsdesk user add NAME --role ROLE</c>: an account from the machine itself; the password comes from standard input.</summary>
public static class UserCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "What colleagues see, and what the person signs in with." };
        var role = new Option<Role>("--role")
        {
            Description = "What the person may do: analyst, editor or admin.",
            HelpName = "ROLE",
            Required = true,
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                if (Enum.GetNames<Role>().Contains(word, StringComparer.OrdinalIgnoreCase)) return Enum.Parse<Role>(word, ignoreCase: true);
                result.AddError($"'{word}' is not a role. The roles are analyst, editor and admin.");
                return default;
            },
        };
        var (data, database) = (DataOption.Create(), DataOption.CreateDatabase());
        var add = new Command("add", "Makes an account. The password is read from standard input.") { name, role, data, database };
        add.SetAction(async (parsed, cancellation) =>
        {
            await using var services = await DeskServices.OpenAsync(parsed.GetValue(data), parsed.GetValue(database), cancellation);
            return await AddAsync(parsed.GetValue(name)!, parsed.GetValue(role), services, terminal, cancellation);
        });
        return new Command("user", "Manages accounts from the machine itself.") { add };
    }

    private static async Task<int> AddAsync(string name, Role role, ServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var password = Password(terminal);
        var refusals = await ChosenPassword.RefusalsAsync(people, new Person { UserName = name }, password);
        if (refusals.Count > 0) return Fail(terminal, refusals[0]);
        var outcome = await services.GetRequiredService<PeopleRegister>()
            .AddFromMachineAsync(name, role, people.PasswordHasher.HashPassword(new Person(), password), cancellation);
        if (outcome != PeopleOutcome.Done) return Fail(terminal, PeopleSentences.Of(outcome));
        terminal.Out.WriteLine($"{name.Trim()} may sign in as {role}.");
        return CommandLine.Done;
    }

    private static int Fail(Terminal terminal, string sentence)
    {
        terminal.Error.WriteLine(sentence);
        return CommandLine.SomeFailed;
    }

    private static string Password(Terminal terminal)
    {
        if (!terminal.AsksForInput) return terminal.In.ReadLine() ?? "";
        terminal.Error.Write("Password: ");
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0) typed.Length--;
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }
        terminal.Error.WriteLine();
        return typed.ToString();
    }
}
